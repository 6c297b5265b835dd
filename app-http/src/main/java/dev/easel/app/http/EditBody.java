package dev.easel.app.http;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Upload;
import java.util.List;

/// What the body of an edit says, in whichever form it came.
///
/// @param fields everything but the uploads
record EditBody(Fields fields, List<Upload> uploads) {

  EditBody {
    uploads = List.copyOf(uploads);
  }
}
