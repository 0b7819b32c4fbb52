using Research.Corpora;
using Research.Data;
using Research.Evaluation.Rhythm;
using Research.Features.Music;
using Research.Features.Naming;
using Research.Numerics;
using Research.Results.Metrics.Beats;

namespace Research.Evaluation.Tests.Rhythm;

public class BeatScoresTests
{
    private static readonly Framing Frames = new()
    {
        SampleRateHz = SyntheticMusic.SampleRateHz,
        WindowSamples = 2048,
        HopSamples = 512,
    };

    // Seed 1 makes the dataset synthetic-music, on which our settings were chosen; the pieces of seed 2 are others.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Our_settings_find_nine_beats_in_ten_of_generated_music(ulong seed)
    {
        Dataset data = SyntheticMusic.Make("test", seed, 8, 10);
        BeatMetrics own = Mean(data, BeatSettings.Music(Frames));
        BeatMetrics librosas = Mean(data, BeatSettings.Librosa(Frames));
        Assert.True(own.FMeasure >= 0.9, $"{own}");
        Assert.True(own.FMeasure > librosas.FMeasure + 0.05, $"{own}, {librosas}");
    }

    [Fact]
    public void The_mean_is_over_items() =>
        Assert.Equal(new BeatMetrics(0.75, 0.5, 0.625), BeatScores.Mean([new(1, 1, 1), new(0.5, 0, 0.25)]));

    [Fact]
    public void An_item_without_marked_beats_is_refused()
    {
        Dataset data = SyntheticMusic.Make("test", 1, 1, 2);
        Dataset bare = data with { Items = [data.Items[0] with { Marks = [] }] };
        ResearchException error = Assert.Throws<ResearchException>(() =>
            BeatScores.Of(bare, _ => BeatSettings.Music(Frames), BeatMetricSettings.WholePiece)
        );
        Assert.Contains("has no mark 'beat'", error.Message, StringComparison.Ordinal);
    }

    private static BeatMetrics Mean(Dataset data, BeatSettings settings) =>
        BeatScores.Mean(BeatScores.Of(data, _ => settings, BeatMetricSettings.WholePiece));
}
