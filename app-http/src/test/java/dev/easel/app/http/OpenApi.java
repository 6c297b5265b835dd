package dev.easel.app.http;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The document of a server, and what it says of requests and answers.
final class OpenApi {

  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);

  private final JsonNode document;
  private final Map<String, JsonSchema> known = new HashMap<>();

  OpenApi(String text) {
    this.document = TestServer.MAPPER.readTree(text);
  }

  JsonNode document() {
    return document;
  }

  /// The methods and paths of it, such as `GET /logs`.
  SortedSet<String> operations() {
    SortedSet<String> operations = new TreeSet<>();
    document
        .get("paths")
        .propertyStream()
        .forEach(path ->
            path.getValue()
                .propertyNames()
                .forEach(method ->
                    operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    return operations;
  }

  JsonNode operation(String method, String template) {
    return document.get("paths").path(template).path(method.toLowerCase(Locale.ROOT));
  }

  /// What stands where a reference points to, or else the thing itself.
  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asString().substring(1)) : node;
  }

  /// What is wrong with a document by a schema of some content; empty when nothing is.
  List<String> problems(JsonNode content, String json) {
    JsonNode schema = content.path("schema");
    List<String> problems = new ArrayList<>();
    if (schema.isMissingNode()) {
      problems.add("there is no schema");
    } else {
      known
          .computeIfAbsent(schema.toString(), this::schema)
          .validate(json, InputFormat.JSON)
          .forEach(problem -> problems.add(problem.toString()));
    }
    return problems;
  }

  /// What is wrong with a document by the schema of a name.
  List<String> problems(String name, String json) {
    ObjectNode content = TestServer.MAPPER.createObjectNode();
    content.putObject("schema").put("$ref", "#/components/schemas/" + name);
    return problems(content, json);
  }

  /// A schema with all that it may refer to.
  private JsonSchema schema(String schema) {
    ObjectNode whole = (ObjectNode) TestServer.MAPPER.readTree(schema);
    whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    whole.set("components", document.get("components"));
    return SCHEMAS.getSchema(whole.toString(), InputFormat.JSON);
  }
}
