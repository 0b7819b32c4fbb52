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

    [Fact]
    public void Nine_beats_in_ten_of_synthetic_music_are_found() =>
        Assert.InRange(Mean(SyntheticMusic.Make("test", 1, 30, 10), BeatSettings.Music(Frames)).FMeasure, 0.9, 1);

    // The settings were chosen on the dataset synthetic-music; these pieces are others, and fewer.
    [Fact]
    public void On_other_pieces_our_settings_find_more_than_librosas()
    {
        Dataset data = SyntheticMusic.Make("test", 2, 5, 10);
        BeatMetrics own = Mean(data, BeatSettings.Music(Frames));
        BeatMetrics librosas = Mean(data, BeatSettings.Librosa(Frames));
        Assert.True(own.FMeasure > librosas.FMeasure + 0.05, $"{own}, {librosas}");
        Assert.True(own.AnyLevelTotal > librosas.AnyLevelTotal + 0.05, $"{own}, {librosas}");
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
