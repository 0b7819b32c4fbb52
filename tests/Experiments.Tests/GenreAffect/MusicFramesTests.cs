using Research.Corpora;
using Research.Data;
using Research.Experiments.GenreAffect;
using Research.Numerics;

namespace Research.Experiments.Tests.GenreAffect;

public class MusicFramesTests
{
    private static readonly Item Piece = SyntheticMusic.Make("synthetic-music", 7, 1, 4).Items[0];

    private static readonly MusicFrames Fused = new()
    {
        Part = MusicPart.Fused,
        BeatSynchronous = false,
        Bands = 16,
        HopSamples = MusicFrames.CourseHop,
        Levelled = true,
    };

    [Fact]
    public void Fused_frames_are_mel_bands_above_pitch_classes()
    {
        Matrix fused = Fused.Of(Piece);
        Matrix mel = (Fused with { Part = MusicPart.Mel }).Of(Piece);
        Matrix chroma = (Fused with { Part = MusicPart.Chroma }).Of(Piece);
        Assert.Equal((16, 12, 28), (mel.Columns, chroma.Columns, fused.Columns));
        Assert.Equal([.. mel.Row(7), .. chroma.Row(7)], fused.Row(7).ToArray());
    }

    [Fact]
    public void Between_beats_there_is_a_row_for_each()
    {
        Matrix beats = (Fused with { BeatSynchronous = true }).Of(Piece);
        Assert.InRange(beats.Rows, 4, 20); // of four seconds
        Assert.Equal(28, beats.Columns);
    }

    [Fact]
    public void Silence_has_one_row_between_beats_and_zeros_throughout()
    {
        Matrix beats = (Fused with { BeatSynchronous = true }).Of(Silent(22_050));
        Assert.Equal((1, 28), (beats.Rows, beats.Columns));
        Assert.All(beats.Values.ToArray(), value => Assert.Equal(0, value));
    }

    [Fact]
    public void A_track_shorter_than_one_beat_is_a_sentence() =>
        Assert.Contains(
            "a recording longer than one beat is needed",
            Assert.Throws<ResearchException>(() => (Fused with { BeatSynchronous = true }).Of(Silent(2000))).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_sample_that_is_no_number_is_a_sentence()
    {
        double[] samples = new double[22_050];
        samples[700] = double.NaN;
        var item = new Item("nan", "rock", "nan", null, new Waveform(samples, 22_050));
        Assert.Contains(
            "Sample 700 (from 0) is NaN",
            Assert.Throws<ResearchException>(() => Fused.Of(item)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Pictures_give_frames_too()
    {
        var picture = new Matrix(57, 544);
        for (int i = 0; i < picture.Values.Length; i++)
        {
            picture.Values[i] = i * 37 % 256;
        }

        var item = new Item("picture", "rock", "picture", null, new MatrixContent(picture));
        Assert.Equal((57, 28), (Fused.Of(item).Rows, Fused.Of(item).Columns));
        Assert.InRange((Fused with { BeatSynchronous = true }).Of(item).Rows, 1, 57);
    }

    [Theory]
    [InlineData(MusicPart.Mel, false, "music-mel-16", "mel")]
    [InlineData(MusicPart.Chroma, true, "music-chroma-beats", "chroma, beat-synced")]
    [InlineData(MusicPart.Fused, true, "music-fused-16-beats", "mel + chroma, beat-synced")]
    internal void Each_set_has_its_names(MusicPart part, bool beats, string name, string words)
    {
        MusicFrames frames = Fused with { Part = part, BeatSynchronous = beats };
        Assert.Equal(words, frames.VariantName);
        Assert.Equal(
            $"features:x:{name}",
            frames.On(new GeneratedDataset("x", () => throw new InvalidOperationException())).Target
        );
    }

    private static Item Silent(int samples) => new("silence", "rock", "silence", null, new Waveform(new double[samples], 22_050));
}
