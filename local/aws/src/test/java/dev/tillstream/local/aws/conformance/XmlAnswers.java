package dev.tillstream.local.aws.conformance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads answers of the query protocol and of S3 as the trees that JSON would be. What the model
 * does not know keeps its name, and what is not of its type stays a text.
 */
record XmlAnswers(JsonNode model) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    JsonNode read(String operation, byte[] body) {
        JsonNode output = model.path("operations").path(operation).path("output");
        Element root = parse(body);
        String wrapper = output.path("resultWrapper").asString("");
        if (wrapper.isEmpty() && root.getLocalName().equals(operation + "Response")) {
            return JSON.objectNode();
        }
        Element result = wrapper.isEmpty() ? root : children(root).get(wrapper).getFirst();
        return structure(shape(output), result);
    }

    private static Element parse(byte[] body) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(body))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalArgumentException("The answer is no XML", e);
        }
    }

    private JsonNode shape(JsonNode reference) {
        return model.path("shapes").path(reference.path("shape").asString());
    }

    private ObjectNode structure(JsonNode shape, Element element) {
        ObjectNode object = JSON.objectNode();
        Map<String, List<Element>> left = children(element);
        shape.path("members")
                .properties()
                .forEach(member -> {
                    JsonNode reference = member.getValue();
                    JsonNode type = shape(reference);
                    boolean flat = type.path("flattened").asBoolean(false);
                    String name = reference.path("locationName").asString(member.getKey());
                    List<Element> found = left.remove(name);
                    if (found != null) {
                        object.set(
                                member.getKey(),
                                flat ? list(type, found) : value(type, found.getFirst()));
                    }
                });
        left.forEach((name, found) -> object.put(name, found.getFirst().getTextContent()));
        return object;
    }

    private ArrayNode list(JsonNode shape, List<Element> elements) {
        ArrayNode list = JSON.arrayNode();
        elements.forEach(each -> list.add(value(shape(shape.path("member")), each)));
        return list;
    }

    private JsonNode value(JsonNode shape, Element element) {
        String text = element.getTextContent();
        return switch (shape.path("type").asString()) {
            case "structure" -> structure(shape, element);
            case "list" ->
                    list(shape, children(element).values().stream().flatMap(List::stream).toList());
            case "integer", "long" ->
                    text.matches("-?\\d{1,18}")
                            ? JSON.numberNode(Long.parseLong(text))
                            : JSON.stringNode(text);
            case "boolean" ->
                    text.matches("true|false")
                            ? JSON.booleanNode(Boolean.parseBoolean(text))
                            : JSON.stringNode(text);
            case "timestamp" -> JSON.numberNode(Instant.parse(text).getEpochSecond());
            default -> JSON.stringNode(text);
        };
    }

    private static Map<String, List<Element>> children(Element element) {
        Map<String, List<Element>> children = new LinkedHashMap<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.computeIfAbsent(child.getLocalName(), key -> new ArrayList<>()).add(child);
            }
        }
        return children;
    }
}
