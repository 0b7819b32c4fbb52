using CsCheck;
using Research.Data.Splits;
using Research.Numerics;
using Research.Tests;

namespace Research.Data.Tests.Splits;

/// <summary>Any text as a published list: each is read, or refused because an item is in it twice.</summary>
public class PublishedListFuzzTests
{
    private const int BytesACharacter = 256;
    private const int BytesAtLeast = 1 << 20; // the first call loads messages and tables of its own

    [Fact]
    public void Any_texts_are_read_or_refused() =>
        Gen.String[Gen.Char["ab1./\\\r\n\t\u001b\0"], 0, 60].Array[2].HoldsFor(2000, ReadOrRefuse);

    [Fact]
    public void A_mutated_list_is_read_or_refused() =>
        MutatedBytes
            .Of("blues/blues.00029.wav\r\nblues/blues.00030.au\njazz.00001\n"u8.ToArray())
            .HoldsFor(1000, bytes => ReadOrRefuse([System.Text.Encoding.UTF8.GetString(bytes), "rock.1"]));

    [Theory]
    [InlineData("\n", 200_000)]
    [InlineData("/", 200_000)]
    [InlineData(".a", 100_000)]
    [InlineData("a/\n", 100_000)]
    public void A_long_text_of_one_kind_is_read_or_refused(string piece, int count) =>
        ReadOrRefuse([string.Concat(Enumerable.Repeat(piece, count)), ""]);

    private static void ReadOrRefuse(string[] texts)
    {
        string refusal = "";
        IReadOnlyDictionary<string, Subset>? parts = null;
        Bounded.Run(
            BytesAtLeast + ((long)BytesACharacter * texts.Sum(text => text.Length)),
            () =>
            {
                try
                {
                    parts = PublishedListFile.Of((Subset.Train, texts[0]), (Subset.Test, texts[1]));
                }
                catch (ResearchException error)
                {
                    refusal = error.Message;
                }
            }
        );
        Assert.True(parts is not null || refusal.Contains("is listed twice", StringComparison.Ordinal), refusal);
        Assert.DoesNotContain(refusal, char.IsControl);
    }
}
