using System.Text;
using System.Text.Json.Nodes;
using Research.Report.Exports.Text;

namespace Research.Report.Tests.Exports.Text;

public class JsonTextTests
{
    [Fact]
    public void Members_keep_their_order_letters_stay_and_lines_end_with_LF() =>
        Assert.Equal(
            "{\n  \"z\": \"Αναγνώριση & <b>\",\n  \"a\": 1\n}\n",
            Encoding.UTF8.GetString(JsonText.Of(new JsonObject { ["z"] = "Αναγνώριση & <b>", ["a"] = 1 }))
        );

    [Fact]
    public void A_number_of_a_table_keeps_its_digits()
    {
        Assert.Equal("0.990000", JsonText.Number("0.990000")!.ToJsonString());
        Assert.Equal("0.0000012", JsonText.Number("1.2E-06")!.ToJsonString());
        Assert.Null(JsonText.Number(""));
    }

    [Fact]
    public void A_quoted_text_is_one_line_whatever_it_holds() =>
        Assert.Equal("\"a \\\"b\\\" \\\\ \\n c: #\"", JsonText.Quoted("a \"b\" \\ \n c: #"));

    [Fact]
    public void What_is_empty_is_left_out() =>
        Assert.Equal("{}", new JsonObject().With("a", "").With("b", (string?)null).With("c", new JsonArray()).ToJsonString());
}
