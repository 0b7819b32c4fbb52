using Research.Data.Images;
using Research.Numerics;
using Research.Tests;

namespace Research.Data.Tests.Images;

public class PngReaderTests
{
    // Worked out by hand from ISO/IEC 15948, 9.2: each filter leaves 10 20 30 in the second row, below 1 2 3.
    [Theory]
    [InlineData(0, 10, 20, 30)]
    [InlineData(1, 10, 10, 10)]
    [InlineData(2, 9, 18, 27)]
    [InlineData(3, 10, 14, 19)] // less half of left and above: 0, (10 + 2)/2, (20 + 3)/2
    [InlineData(4, 9, 10, 10)] // nearest to left + above − corner: above 1, left 10, left 20
    public void Each_filter_is_undone(byte filter, byte a, byte b, byte c)
    {
        Image image = PngReader.Parse(PngBuilder.File(PngBuilder.Header(2, 3, 8, 0, 0), [0, 1, 2, 3, filter, a, b, c]), "a.png");
        Assert.Equal((2, 3, 1), (image.Height, image.Width, image.Channels));
        Assert.Equal([1, 2, 3, 10, 20, 30], image.Bytes);
    }

    [Fact]
    public void Colours_stay_and_transparency_goes()
    {
        Image image = PngReader.Parse(PngBuilder.File(PngBuilder.Header(1, 2, 8, 6, 0), [1, 1, 2, 3, 255, 1, 1, 1, 0]), "a.png");
        Assert.Equal([1, 2, 3, 2, 3, 4], image.Bytes);
        Assert.Equal(3, image.Channels);
    }

    [Fact]
    public void Other_files_and_kinds_are_refused_in_a_sentence()
    {
        Refused([1, 2, 3], "is no PNG picture");
        Refused(PngBuilder.File(PngBuilder.Header(1, 1, 16, 0, 0), [0, 1, 2]), "has 16 bits a channel");
        Refused(PngBuilder.File(PngBuilder.Header(1, 1, 8, 3, 0), [0, 1]), "colour type 3");
        Refused(PngBuilder.File(PngBuilder.Header(1, 1, 8, 0, 1), [0, 1]), "interlace 1");
        Refused(PngBuilder.File(PngBuilder.Header(0, 1, 8, 0, 0), []), "has 1 × 0 pixels");
        Refused(PngBuilder.File(PngBuilder.Header(2, 1, 8, 0, 0), [0, 1]), "ends within its pixels");
        Refused(PngBuilder.File(PngBuilder.Header(8000, 8000, 8, 0, 0), [0, 1]), "ends within its pixels");
        Refused(PngBuilder.File(PngBuilder.Header(1, 1, 8, 0, 0), [5, 1]), "the filter 5");
        Refused(PngBuilder.Grey(1, 1, (_, _) => 0)[..8], "has no header");
        Refused(PngBuilder.Grey(1, 1, (_, _) => 0)[..20], "ends within its pixels");
    }

    [Fact]
    public void Mutated_pictures_are_read_or_refused_soon_and_in_little_memory() =>
        MutatedBytes
            .Of(PngBuilder.Grey(20, 30, (y, x) => (byte)(7 * y * x)))
            .HoldsFor(
                200,
                file =>
                    HostileInput.IsReadOrRefused(
                        () => PngReader.Parse(file, "a.png"),
                        (1 << 20) + (4 * 1032L * file.Length),
                        error => error is ResearchException
                    )
            );

    private static void Refused(byte[] file, string words)
    {
        string message = Assert.Throws<ResearchException>(() => PngReader.Parse(file, "a.png")).Message;
        Assert.StartsWith("a.png: ", message, StringComparison.Ordinal);
        Assert.Contains(words, message, StringComparison.Ordinal);
    }
}
