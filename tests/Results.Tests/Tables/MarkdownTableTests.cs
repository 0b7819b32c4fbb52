using Research.Results.Tables;

namespace Research.Results.Tests.Tables;

public class MarkdownTableTests
{
    [Fact]
    public void A_cell_stays_one_cell_of_text_whatever_it_holds() =>
        Assert.Equal(
            "| a\\|b |\n| --- |\n| &lt;img src=x&gt; &amp;amp; \\\\\\| \\\\u000a\\\\u001b[31m |\n",
            MarkdownTable.Of(
                ["a|b"],
                [
                    ["<img src=x> &amp; \\| \n\u001b[31m"],
                ]
            )
        );
}
