package dev.easel.adapter.openai;

import dev.easel.config.Dialect;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Operation;
import java.math.BigDecimal;
import java.util.Optional;

/// How one dialect says a request, and how it says what it cost. The facts behind each are in the
/// documentation of the servers as of November 2026.
sealed interface Wording
    permits AzureWording,
        DiffusionWording,
        LocalAiWording,
        OpenAiWording,
        OpenRouterWording,
        SdServerWording,
        TogetherWording,
        XaiWording {

  /// The path of the generations route.
  String GENERATIONS = "/images/generations";

  /// The path of the edits route.
  String EDITS = "/images/edits";

  /// The request in this dialect.
  Draft draft(ImageRequest request);

  /// Whether the dialect takes edits that name their pictures in JSON, see [References].
  default boolean namesPictures() {
    return false;
  }

  /// The header in which the key travels.
  default String keyHeader() {
    return "Authorization";
  }

  /// What stands before the key in its header.
  default String keyPrefix() {
    return "Bearer ";
  }

  /// The cost in USD that `usage` itself names; empty when it names none.
  default Optional<BigDecimal> cost(Fields usage) {
    return Optional.empty();
  }

  /// The wording of a dialect.
  static Wording of(Dialect dialect) {
    return switch (dialect) {
      case OPENAI -> new OpenAiWording();
      case AZURE -> new AzureWording();
      case LOCALAI -> new LocalAiWording();
      case SD_SERVER -> new SdServerWording();
      case VLLM_OMNI, SGLANG -> new DiffusionWording();
      case XAI -> new XaiWording();
      case OPENROUTER -> new OpenRouterWording();
      case TOGETHER -> new TogetherWording();
    };
  }

  /// The request as OpenAI's own routes take it: JSON to generate, `multipart/form-data` to edit.
  ///
  /// @param fields the parameters under the dialect's names
  static Draft.Ready openAiShaped(ImageRequest request, String prompt, Fields fields) {
    Fields whole = whole(request, prompt, fields);
    Fields sent = whole.without("prompt");
    return request.operation() == Operation.GENERATE
        ? new Draft.Ready(GENERATIONS, sent, JsonBody.of(whole).build())
        : new Draft.Ready(EDITS, sent, MultipartBody.of(whole, request));
  }

  /// The request as one object of JSON.
  static Draft.Ready json(String path, ImageRequest request, Fields fields) {
    Fields whole = whole(request, request.prompt(), fields);
    return new Draft.Ready(path, whole.without("prompt"), JsonBody.of(whole).build());
  }

  /// Model, prompt and parameters, in this order.
  static Fields whole(ImageRequest request, String prompt, Fields fields) {
    return Fields.NONE.with("model", request.model()).with("prompt", prompt).plus(fields);
  }

  /// The parameters that somebody gave a value.
  static Fields given(ImageRequest request) {
    return request.parameters().withoutNulls().without("model").without("prompt");
  }

  /// `fields` with `name` called `other`, unless `other` is there already.
  static Fields renamed(Fields fields, String name, String other) {
    @Nullable Object value = fields.get(name);
    Fields rest = fields.without(name);
    return value == null || rest.has(other) ? rest : rest.with(other, value);
  }

  /// `fields` with `name` set to `value`, unless it is there already.
  static Fields unlessSaid(Fields fields, String name, String value) {
    return fields.has(name) ? fields : fields.with(name, value);
  }

  /// `fields` without a size of `auto`, which servers other than OpenAI's do not know.
  static Fields withoutAutoSize(Fields fields) {
    return fields.text("size").filter("auto"::equals).isPresent() ? fields.without("size") : fields;
  }
}
