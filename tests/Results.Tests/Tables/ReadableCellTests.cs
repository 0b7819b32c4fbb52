using Research.Results.Tables;

namespace Research.Results.Tests.Tables;

public class ReadableCellTests
{
    [Fact]
    public void A_long_word_is_shortened_and_a_long_sentence_is_not()
    {
        string sentence = string.Join(' ', Enumerable.Repeat("words", 60));
        Assert.Equal("AAAAAAAA… (5000 characters)", ReadableCell.Of(new string('A', 5000)));
        Assert.Equal(sentence, ReadableCell.Of(sentence));
        Assert.Equal(new string('A', 120), ReadableCell.Of(new string('A', 120)));
        Assert.Contains(
            "| AAAAAAAA… (121 characters) |",
            MarkdownTable.Of(
                ["sound"],
                [
                    [new string('A', 121)],
                ]
            ),
            StringComparison.Ordinal
        );
    }
}
