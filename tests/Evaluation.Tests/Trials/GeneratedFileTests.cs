using Research.Data;
using Research.Evaluation.Trials;
using Research.Tests;

namespace Research.Evaluation.Tests.Trials;

public class GeneratedFileTests
{
    private static readonly Image Grey = GeneratedFile.ImageOf([-1, 1, 0, 0.5f], 1, 2);

    private static readonly GeneratedFile File = new([Grey, GeneratedFile.ImageOf([-2, 2, -0.999f, 0.999f], 1, 2)], [7, 8, 9]);

    [Fact]
    public void Values_become_the_nearest_bytes_and_the_channels_of_a_pixel_lie_side_by_side()
    {
        Assert.Equal([0, 255, 128, 191], Grey.Bytes);
        Assert.Equal([0, 255, 0, 255], File.Pictures[1].Bytes);
        float[] planes = [-1, -1, -1, -1, 0, 0, 0, 0, 1, 1, 1, 0.5f];
        Assert.Equal([0, 128, 255, 0, 128, 255, 0, 128, 255, 0, 128, 191], GeneratedFile.ImageOf(planes, 3, 2).Bytes);
    }

    [Fact]
    public void It_is_read_as_it_was_written()
    {
        GeneratedFile read = Read(File.Write());
        Assert.Equal(File.Pictures.Select(own => own.Bytes), read.Pictures.Select(own => own.Bytes));
        Assert.Equal((1, 2, 2), (read.Pictures[0].Channels, read.Pictures[0].Height, read.Pictures[0].Width));
        Assert.Equal(File.Weights, read.Weights);
        Assert.Empty(Read(new GeneratedFile([], []).Write()).Pictures);
    }

    [Fact]
    public void Sizes_that_cannot_be_are_refused_in_a_sentence()
    {
        byte[] wide = File.Write();
        BitConverter.GetBytes(1_000_000).CopyTo(wide, 4);
        Assert.Contains("side 1000000", Assert.Throws<InvalidDataException>(() => Read(wide)).Message, StringComparison.Ordinal);
        byte[] many = File.Write();
        BitConverter.GetBytes(int.MaxValue).CopyTo(many, 8);
        Assert.Throws<EndOfStreamException>(() => Read(many));
    }

    [Fact]
    public void Mutated_files_are_read_or_refused() =>
        MutatedBytes
            .Of(File.Write())
            .HoldsFor(
                400,
                bytes =>
                    HostileInput.IsReadOrRefused(
                        () => Read(bytes),
                        1 << 18,
                        error => error is EndOfStreamException or InvalidDataException
                    )
            );

    private static GeneratedFile Read(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        return GeneratedFile.Read(reader);
    }
}
