using Research.Data.Audio;
using Research.Numerics;
using static Research.Data.Tests.Audio.WavBuilder;

namespace Research.Data.Tests.Audio;

/// <summary>Mutated WAV files: each is read, or refused with a message; none crashes or hangs the reader.</summary>
public class WavFuzzTests
{
    private const int PerOriginal = 150;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static TheoryData<string> Originals => ["8-bit", "16-bit stereo", "24-bit", "float", "extensible"];

    [Theory]
    [MemberData(nameof(Originals))]
    public async Task A_mutated_file_is_read_or_refused(string name)
    {
        byte[] original = Original(name);
        Task all = Task.Run(
            () =>
            {
                for (int k = 0; k < PerOriginal; k++)
                {
                    Read(Mutated(original, Rng.For((ulong)k, $"fuzz/{name}")), $"{name} {k}");
                }
            },
            TestContext.Current.CancellationToken
        );
        await all.WaitAsync(Patience, TestContext.Current.CancellationToken); // a reader that hangs is a timeout
    }

    private static void Read(byte[] file, string name)
    {
        try
        {
            Waveform wave = WavReader.Parse(file, name);
            Assert.InRange(wave.SampleRateHz, 1, 10_000_000);
            Assert.True(wave.Samples.Length <= file.Length);
            Assert.All(wave.Samples, sample => Assert.True(double.IsFinite(sample)));
        }
        catch (AudioFormatException error)
        {
            Assert.StartsWith(name, error.Message, StringComparison.Ordinal);
        }
    }

    private static byte[] Original(string name)
    {
        byte[] data = [.. Enumerable.Range(0, 240).Select(i => (byte)(i * 37))];
        return name switch
        {
            "8-bit" => File(Format(1, 1, 8000, 8), data),
            "16-bit stereo" => File(Format(1, 2, 44_100, 16), data),
            "24-bit" => File(Format(1, 1, 96_000, 24), data),
            "float" => File(
                Format(3, 1, 16_000, 32),
                [.. Enumerable.Range(0, 60).SelectMany(i => BitConverter.GetBytes(i / 60f))]
            ),
            _ => File(Extensible(1, 1, 16_000, 16), data),
        };
    }

    // One to four changes: bytes, fields of four bytes, a cut, an insertion, a piece said twice.
    private static byte[] Mutated(byte[] original, Rng rng)
    {
        List<byte> bytes = [.. original];
        int changes = 1 + rng.NextInt(4);
        for (int k = 0; k < changes && bytes.Count > 8; k++)
        {
            int at = rng.NextInt(rng.NextInt(2) == 0 ? Math.Min(64, bytes.Count) : bytes.Count);
            switch (rng.NextInt(6))
            {
                case 0:
                    bytes[at] = (byte)rng.NextInt(256);
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << rng.NextInt(8));
                    break;
                case 2:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 3:
                    bytes.InsertRange(at, [.. Enumerable.Range(0, 1 + rng.NextInt(16)).Select(_ => (byte)rng.NextInt(256))]);
                    break;
                case 4:
                    Put(bytes, Math.Min(at, bytes.Count - 4), rng.NextInt(2) == 0 ? 0xFFFFFFFF : (uint)rng.NextUInt64());
                    break;
                default:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(24, bytes.Count - at)));
                    break;
            }
        }

        return [.. bytes];
    }

    private static void Put(List<byte> bytes, int at, uint value)
    {
        for (int i = 0; i < 4; i++)
        {
            bytes[at + i] = (byte)(value >> (8 * i));
        }
    }
}
