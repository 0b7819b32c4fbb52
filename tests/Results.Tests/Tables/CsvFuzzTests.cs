using System.Text;
using CsCheck;
using Research.Numerics;
using Research.Results.Tables;
using Research.Tests;

namespace Research.Results.Tests.Tables;

/// <summary>Files that are no tables, or were damaged: each is read, or refused with a sentence, in bounded time and memory.</summary>
public class CsvFuzzTests
{
    // A cell of its own for each comma: a string, its place in a list, and the lists as they grow.
    private const int BytesACharacter = 256;
    private const int BytesAtLeast = 1 << 20; // the first call loads messages and tables of its own

    private static readonly byte[] Original = Encoding.UTF8.GetBytes(
        "variant,split,mean\n\"a, \"\"b\"\"\",test,0.5\n'=x,\\u000a,-0.5\n,,\n"
    );

    [Fact]
    public void A_mutated_table_is_read_or_refused() =>
        MutatedBytes.Of(Original).HoldsFor(1500, bytes => ReadOrRefuse(Encoding.UTF8.GetString(bytes)));

    [Fact]
    public void Any_text_is_read_or_refused() => Gen.String[Gen.Char["ab1,\"\n\r ';=\\u0"], 0, 60].HoldsFor(1500, ReadOrRefuse);

    [Theory]
    [InlineData(",", 200_000)]
    [InlineData("\"", 200_001)]
    [InlineData("\n", 200_000)]
    [InlineData("\r", 200_000)]
    [InlineData("\"\"", 100_000)]
    [InlineData("a\n", 100_000)]
    [InlineData("\"a\"\"", 50_000)]
    [InlineData("\\u001b", 30_000)]
    [InlineData("'", 200_000)]
    public void A_long_text_of_one_kind_is_read_or_refused(string piece, int count) =>
        ReadOrRefuse(string.Concat(Enumerable.Repeat(piece, count)));

    private static void ReadOrRefuse(string text)
    {
        CsvTable? table = null;
        string refusal = "";
        Bounded.Run(
            BytesAtLeast + ((long)BytesACharacter * text.Length),
            () =>
            {
                try
                {
                    table = CsvTable.Parse(text);
                }
                catch (ResearchException error)
                {
                    refusal = error.Message;
                }
            }
        );
        Assert.True(table is not null || refusal.Contains("the table is damaged", StringComparison.Ordinal), refusal);
        Assert.DoesNotContain(table?.Rows ?? [], row => row.Count != table!.Header.Count);
    }
}
