package dev.tillstream.local.aws.eventbridge.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillstream.local.aws.protocol.AwsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventPatternTest {

    @ParameterizedTest(name = "{0} on {1} is {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'detail-type':['sales-events']}                     | {}                      | true
                    {'detail-type':['inventory-events']}                 | {}                      | false
                    {'detail-type':['inventory-events','sales-events']}  | {}                      | true
                    {'source':[{'prefix':'tillstream.'}]}                | {}                      | true
                    {'source':[{'prefix':'tillstreams.'}]}               | {}                      | false
                    {'detail':{'is_return':[false]}}                     | {'is_return':false}     | true
                    {'detail':{'is_return':[false]}}                     | {'is_return':true}      | false
                    {'detail':{'is_return':[false]}}                     | {'is_return':'false'}   | false
                    {'detail':{'is_return':[false]}}                     | {}                      | false
                    {'detail':{'is_return':[true,false]}}                | {'is_return':true}      | true
                    {'detail':{'sku':[{'exists':true}]}}                 | {'sku':'x'}             | true
                    {'detail':{'sku':[{'exists':true}]}}                 | {}                      | false
                    {'detail':{'sku':[{'exists':false}]}}                | {}                      | true
                    {'detail':{'sku':[{'exists':false}]}}                | {'sku':''}              | false
                    {'detail':{'sales':[{'numeric':['>=',100]}]}}        | {'sales':100.00}        | true
                    {'detail':{'sales':[{'numeric':['>=',100]}]}}        | {'sales':99.99}         | false
                    {'detail':{'sales':[{'numeric':['>',0,'<',10]}]}}    | {'sales':0.01}          | true
                    {'detail':{'sales':[{'numeric':['>',0,'<',10]}]}}    | {'sales':10}            | false
                    {'detail':{'sales':[{'numeric':['=',75.32]}]}}       | {'sales':75.320}        | true
                    {'detail':{'quantity':[3]}}                          | {'quantity':3.0}        | true
                    {'detail':{'store_id':[{'anything-but':'s1'}]}}      | {'store_id':'s2'}       | true
                    {'detail':{'store_id':[{'anything-but':'s1'}]}}      | {'store_id':'s1'}       | false
                    {'detail':{'store_id':[{'anything-but':['s1','s2']}]}} | {'store_id':'s2'}     | false
                    {'detail':{'store_id':[{'anything-but':'s1'}]}}      | {}                      | false
                    {'detail':{'store_id':[{'anything-but':{'prefix':'s'}}]}} | {'store_id':'t1'}  | true
                    {'detail':{'store_id':[{'suffix':'_2'}]}}            | {'store_id':'store_2'}  | true
                    {'detail':{'name':[{'equals-ignore-case':'PEN'}]}}   | {'name':'Pen'}          | true
                    {'detail':{'name':[{'wildcard':'P*n'}]}}             | {'name':'Pen'}          | true
                    {'detail':{'name':[null]}}                           | {'name':null}           | true
                    {'detail':{'a':{'b':['deep']}}}                      | {'a':{'b':'deep'}}      | true
                    {'detail':{'$or':[{'a':[1]},{'b':[2]}]}}             | {'b':2}                 | true
                    {'detail':{'$or':[{'a':[1]},{'b':[2]}]}}             | {'a':2,'b':1}           | false
                    {'detail':{'store_id':['United Kingdom']}}           | {'store_id':'United Kingdom'} | true
                    """)
    void matchesAsEventBridgeDoes(String pattern, String detail, boolean expected) {
        String event =
                "{'source':'tillstream.ingest','detail-type':'sales-events','detail':"
                        + detail
                        + "}";

        assertThat(new EventPattern(json(pattern)).matches(json(event))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "[]",
                "{}",
                "{'detail':{}}",
                "{'source':'a string and no list'}",
                "{'source':[]}",
                "{'source':[{'prefixx':'a'}]}",
                "{'detail':{'sales':[{'numeric':['>']}]}}",
                "{'detail':{'sku':[{'exists':'yes'}]}}"
            })
    void refusesWhatIsNoPattern(String pattern) {
        assertThatThrownBy(() -> new EventPattern(json(pattern)))
                .isInstanceOfSatisfying(
                        AwsException.class,
                        e -> assertThat(e.code()).isEqualTo("InvalidEventPatternException"));
    }

    @Test
    void refusesAPatternOfMoreThan2048Characters() {
        String longest = "{\"source\":[\"" + "x".repeat(2_048 - 15) + "\"]}";
        assertThat(new EventPattern(longest).json()).hasSize(2_048);

        assertThatThrownBy(() -> new EventPattern(longest + " ")).hasMessageContaining("2048");
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
