package dev.easel.domain.usecase;

import dev.easel.domain.image.ModelCatalog;
import dev.easel.domain.image.Pacing;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.PictureStore;

/// Everything that a face can do, put together once.
///
/// @param log for what is asked of the log directly: its condition, changes, copying
/// @param pictures for showing them
/// @param pacing for how the gates to the providers stand, and for stopping
/// @param catalog for listing the models
/// @param background for how many ends wait to be written
public record Studio(
    GenerateImages generateImages,
    EstimateCost estimateCost,
    BrowseLog browseLog,
    FindEntry findEntry,
    ExplainCost explainCost,
    SummariseSpending summariseSpending,
    ReportBudget reportBudget,
    RaiseBudget raiseBudget,
    RecogniseCaller recogniseCaller,
    CheckPicture checkPicture,
    SettleEntry settleEntry,
    MarkEntry markEntry,
    BrowseQueue browseQueue,
    Defaults defaults,
    ModelCatalog catalog,
    GenerationLog log,
    Pacing pacing,
    PictureStore pictures,
    Background background) {}
