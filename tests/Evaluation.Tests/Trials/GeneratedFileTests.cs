using Research.Evaluation.Trials;
using Research.Tests;

namespace Research.Evaluation.Tests.Trials;

public class GeneratedFileTests
{
    private static readonly GeneratedFile File = GeneratedFile.Of(
        1,
        2,
        [
            [-1, 1, 0, 0.5f],
            [-2, 2, -0.999f, 0.999f],
        ],
        [7, 8, 9]
    );

    [Fact]
    public void Values_become_the_nearest_bytes_and_come_back_in_any_range()
    {
        Assert.Equal([0, 255, 128, 191], File.Pictures[0]);
        Assert.Equal([0, 255, 0, 255], File.Pictures[1]);
        Assert.Equal([-1.0, 1.0], File.ToMatrix(0, -1, 1).Row(0).ToArray());
        Assert.Equal([128 / 255.0, 191 / 255.0], File.ToMatrix(0, 0, 1).Row(1).ToArray());
    }

    [Fact]
    public void It_is_read_as_it_was_written()
    {
        GeneratedFile read = Read(File.Write());
        Assert.Equal((1, 2), (read.Channels, read.Side));
        Assert.Equal(File.Pictures, read.Pictures);
        Assert.Equal(File.Weights, read.Weights);
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
