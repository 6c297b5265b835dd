package dev.easel.adapter.sandbox;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import java.util.List;

/// A refusal in the form of the API.
final class ApiError extends Exception {

  private static final long serialVersionUID = 1L;
  private static final String INVALID_REQUEST = "invalid_request_error";

  private final int status;
  private final transient Fields error;

  private ApiError(int status, String message, Fields error) {
    super(message);
    this.status = status;
    this.error = error;
  }

  static ApiError of(
      int status, String type, @Nullable String code, @Nullable String parameter, String message) {
    return new ApiError(
        status,
        message,
        Fields.NONE
            .with("message", message)
            .with("type", type)
            .with("param", parameter)
            .with("code", code));
  }

  static ApiError invalid(@Nullable String code, @Nullable String parameter, String message) {
    return of(400, INVALID_REQUEST, code, parameter, message);
  }

  static ApiError moderated(String stage) {
    ApiError refused =
        of(
            400,
            "image_generation_user_error",
            "moderation_blocked",
            null,
            "The sandbox was told to refuse this request at the stage " + stage + ".");
    Fields details =
        Fields.NONE.with("moderation_stage", stage).with("categories", List.of("sandbox"));
    return new ApiError(400, refused.text(), refused.error.with("moderation_details", details));
  }

  static ApiError unknownModel(String model) {
    return of(
        404,
        INVALID_REQUEST,
        "model_not_found",
        "model",
        "The model '" + model + "' does not exist.");
  }

  static ApiError noSuchRoute(String route) {
    return of(404, INVALID_REQUEST, null, null, "There is no " + route + " here.");
  }

  static ApiError wrongMethod(String route, String allowed) {
    return of(
        405, INVALID_REQUEST, null, null, route + " is not allowed here; use " + allowed + ".");
  }

  static ApiError badKey() {
    return of(
        401,
        INVALID_REQUEST,
        "invalid_api_key",
        null,
        "A key is needed in the Authorization header; the sandbox takes any but sk-invalid.");
  }

  int status() {
    return status;
  }

  String text() {
    return String.valueOf(getMessage());
  }

  Fields body() {
    return Fields.NONE.with("error", error);
  }
}
