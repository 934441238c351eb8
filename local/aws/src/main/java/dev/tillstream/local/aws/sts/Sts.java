package dev.tillstream.local.aws.sts;

import dev.tillstream.local.aws.protocol.AwsException;
import dev.tillstream.local.aws.query.QueryService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Everyone is the account's root, as nobody is checked. */
public final class Sts implements QueryService {

    private final String account;

    public Sts(String account) {
        this.account = account;
    }

    @Override
    public String signingName() {
        return "sts";
    }

    @Override
    public String namespace() {
        return "https://sts.amazonaws.com/doc/2011-06-15/";
    }

    @Override
    public JsonNode handle(String operation, JsonNode input) {
        if (!operation.equals("GetCallerIdentity")) {
            throw AwsException.unknownOperation("sts", operation);
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("Arn", "arn:aws:iam::" + account + ":root")
                .put("UserId", account)
                .put("Account", account);
    }
}
