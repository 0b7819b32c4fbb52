using Research.Data;
using Research.Data.Audio.Wav;

namespace Research.Cli.Tests;

public sealed class RenderCommandTests : IDisposable
{
    // One track: A4 from 0 to 0.5 s, 100 ticks a quarter note of half a second.
    private static readonly byte[] Piece =
    [
        .. "MThd"u8,
        .. new byte[] { 0, 0, 0, 6, 0, 0, 0, 1, 0, 100 },
        .. "MTrk"u8,
        .. new byte[] { 0, 0, 0, 11, 0, 0x90, 69, 90, 100, 69, 0, 0, 0xFF, 0x2F, 0 },
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_piece_becomes_a_recording()
    {
        File.WriteAllBytes(PathOf("a.mid"), Piece);
        (int code, string said, string errors) = Tool.Run("data", "render", PathOf("a.mid"), PathOf("a.wav"), "--rate", "8000");
        Assert.True(code == 0, errors);
        Assert.Contains("a.wav: 1 notes, 2.5 s of the piece's 0.5 s", said, StringComparison.Ordinal);
        Waveform wave = WavReader.Read(PathOf("a.wav"));
        Assert.Equal((20_000, 8000), (wave.Samples.Length, wave.SampleRateHz));
        Assert.True(wave.Samples.Max() > 0.01);
    }

    [Fact]
    public void A_file_that_is_no_piece_is_a_sentence()
    {
        File.WriteAllText(PathOf("a.mid"), "garbage");
        (int code, _, string errors) = Tool.Run("data", "render", PathOf("a.mid"), PathOf("a.wav"));
        Assert.NotEqual(0, code);
        Assert.Contains("is no Standard MIDI File", errors, StringComparison.Ordinal);
    }

    private string PathOf(string name) => Path.Combine(_folder, name);
}
