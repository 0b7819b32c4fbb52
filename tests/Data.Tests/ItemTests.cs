using Research.Numerics;

namespace Research.Data.Tests;

public class ItemTests
{
    [Fact]
    public void Content_is_loaded_when_it_is_asked_for_once_for_all_threads()
    {
        int loads = 0;
        Item item = Of(
            new WaveformContent(() =>
            {
                Interlocked.Increment(ref loads);
                return new Waveform([1, 2], 8000);
            })
        );
        Assert.Equal(("x", "class", 0), (item.Id, item.Label, loads));
        using var start = new Barrier(8);
        var seen = new Waveform[8];
        Thread[] threads =
        [
            .. Enumerable
                .Range(0, 8)
                .Select(i => new Thread(() =>
                {
                    start.SignalAndWait();
                    seen[i] = item.Waveform;
                })),
        ];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.Equal(1, loads);
        Assert.All(seen, waveform => Assert.Same(seen[0], waveform));
    }

    [Fact]
    public void A_load_that_failed_is_tried_again()
    {
        int loads = 0;
        Item item = Of(new WaveformContent(() => ++loads == 1 ? throw new IOException("busy") : new Waveform([1], 8000)));
        Assert.Throws<IOException>(() => item.Waveform);
        Assert.Equal([1], item.Waveform.Samples);
        Assert.Equal(2, loads);
    }

    [Fact]
    public void A_changed_copy_shares_what_was_loaded()
    {
        Item item = Of(new MatrixContent(() => new Matrix(2, 3)));
        Assert.Same(item.Matrix, (item with { Label = null }).Matrix);
    }

    [Fact]
    public void Content_of_another_kind_is_told_in_a_sentence()
    {
        Item matrix = Of(new MatrixContent(new Matrix(1, 1)));
        Item image = Of(new ImageContent(new Image(1, 2, 1, [0, 255])));
        Item sound = Of(new WaveformContent(new Waveform([0], 1)));
        Assert.Equal(255, image.Image.Bytes[1]);
        Assert.Equal(
            "'x' holds a matrix, not a waveform: use features that read a matrix, or another dataset.",
            Assert.Throws<ResearchException>(() => matrix.Waveform).Message
        );
        Assert.StartsWith(
            "'x' holds an image, not a matrix:",
            Assert.Throws<ResearchException>(() => image.Matrix).Message,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "'x' holds a waveform, not an image:",
            Assert.Throws<ResearchException>(() => sound.Image).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(2, 2, 3, 11)]
    [InlineData(0, 2, 1, 0)]
    [InlineData(1, 1, 1, 2)]
    public void An_image_has_a_byte_for_each_channel_of_each_pixel(int height, int width, int channels, int bytes) =>
        Assert.Throws<ArgumentException>(() => new Image(height, width, channels, new byte[bytes]));

    private static Item Of(ItemContent content) => new("x", "class", "group", null, content);
}
