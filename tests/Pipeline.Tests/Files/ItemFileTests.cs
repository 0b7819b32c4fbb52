using Research.Data;
using Research.Pipeline.Files;
using Research.Tests;

namespace Research.Pipeline.Tests.Files;

public sealed class ItemFileTests : IDisposable
{
    private const int Enough = 1 << 20; // the first call loads messages and tables of its own

    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Clips_read_back_with_all_that_is_known_of_them()
    {
        Dataset back = WriteAndRead();
        Assert.Equal(("mixed", "3", "digest", true), (back.Id, back.Version, back.Digest, back.Synthetic));
        Assert.Equal(Mixed.Items.Select(Describe), back.Items.Select(Describe));
    }

    [Fact]
    public void Samples_of_every_kind_read_back_bit_for_bit()
    {
        Dataset back = WriteAndRead();
        foreach ((Item expected, Item actual) in Mixed.Items.Zip(back.Items))
        {
            Assert.Equal(
                expected.Waveform.Samples.Select(BitConverter.DoubleToInt64Bits),
                actual.Waveform.Samples.Select(BitConverter.DoubleToInt64Bits)
            );
        }
    }

    [Fact]
    public void Only_the_content_file_grows_with_the_samples()
    {
        long labels = 0;
        foreach (int samples in new[] { 1000, 9000 })
        {
            ItemFile.Write(_folder, Noise(samples));
            labels = labels == 0 ? new FileInfo(Path.Combine(_folder, ItemFile.Name)).Length : labels;
            Assert.Equal(labels, new FileInfo(Path.Combine(_folder, ItemFile.Name)).Length);
            Assert.InRange(new FileInfo(Path.Combine(_folder, ItemFile.Content)).Length, 1.9 * samples, 2.2 * samples);
        }
    }

    [Fact]
    public void Mutated_files_are_read_or_refused_soon_and_in_little_memory()
    {
        ItemFile.Write(_folder, Mixed);
        byte[] content = File.ReadAllBytes(Path.Combine(_folder, ItemFile.Content));
        MutatedBytes
            .Of(File.ReadAllBytes(Path.Combine(_folder, ItemFile.Name)))
            .HoldsFor(
                500,
                items =>
                    HostileInput.IsReadOrRefused(
                        () => ItemFile.Read(file => new MemoryStream(file == ItemFile.Name ? items : content)),
                        Enough + (200L * items.Length),
                        error => error is InvalidDataException or EndOfStreamException or FormatException
                    )
            );
    }

    private Dataset WriteAndRead()
    {
        ItemFile.Write(_folder, Mixed);
        return ItemFile.Read(file => File.OpenRead(Path.Combine(_folder, file)));
    }

    private static string Describe(Item item) =>
        $"{item.Id} {item.Label} {item.Group} {item.Subset} {item.Waveform.SampleRateHz} {string.Join(' ', item.Targets)} "
        + string.Join(
            ' ',
            item.Marks.Select(mark => $"{mark.Label} {mark.StartSeconds} {mark.EndSeconds} {string.Join(' ', mark.Values)}")
        );

    private static Dataset Noise(int samples) =>
        new("noise", "1", "digest", true, [new Item("a", "l", "s", null, new Waveform(Signals.Noise("clip", samples, 1), 8000))]);

    private static Dataset Mixed { get; } =
        new(
            "mixed",
            "3",
            "digest",
            true,
            [
                new Item("a", "one", "s", Subset.Train, new Waveform([0.5, -1, 0.25], 8000)),
                new Item("b", "two", "t", Subset.Test, new Waveform([], 8000)),
                new Item("c", "two", "t", null, new Waveform([0.1, -0.0, double.NaN], 16_000))
                {
                    Targets = new Dictionary<string, double> { ["arousal"] = -2, ["valence"] = 0.1 },
                    Marks =
                    [
                        new Mark("ah", 0, 0.5, new Dictionary<string, double> { ["f0"] = 100.25 }),
                        new Mark("beat", 1, 1, new Dictionary<string, double>()),
                    ],
                },
                new Item("d", "one", "s", null, new Waveform([-0.5, -0.0, 0.125], 44_100)),
            ]
        );
}
