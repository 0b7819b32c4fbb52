using Research.Data;
using Research.Evaluation.FrontEnds;
using Research.Features.Descriptors;
using Research.Features.Sampling;
using Research.Features.ShortTerm;
using Research.Features.Spectral;
using Research.Numerics;

namespace Research.Evaluation.Tests.FrontEnds;

/// <summary>Feature sets of one vector an item: mid-term statistics, statistics of mel bands, columns of a table.</summary>
public class ItemVectorsTests
{
    private static readonly Excerpt Beginning = new() { Rate = RateSettings.To(4000), LongestSeconds = 0.1 };

    private static readonly Dataset Data = Samples.Noise("noise", ["x"], ["a", "b"]);

    [Fact]
    public void An_excerpt_is_the_beginning_at_its_rate()
    {
        Waveform cut = Beginning.Of(Data.Items[0].Waveform);
        Assert.Equal((4000, 400), (cut.SampleRateHz, cut.Samples.Length));
        Waveform changed = Data.Items[0].Waveform with
        {
            Samples = [.. Data.Items[0].Waveform.Samples[..800], .. new double[800]],
        };
        Assert.Equal(cut.Samples, Beginning.Of(changed).Samples);
        Assert.Equal("4000-0.1", Beginning.Name);
    }

    [Fact]
    public void Mid_term_vectors_are_those_of_the_excerpts()
    {
        var set = new MidTermVectors
        {
            Data = Samples.Named("noise"),
            Excerpt = Beginning,
            Frames = new()
            {
                WindowSeconds = 0.02,
                StepSeconds = 0.01,
                Form = ShortTermForm.Corrected,
            },
        };
        Assert.Equal("mid-term-4000-0.1-20-10-corrected", set.Name);
        IReadOnlyList<Matrix> rows = set.Compute(new(set, _ => Data));
        Assert.Equal((2, 1, MidTermVector.Length), (rows.Count, rows[0].Rows, rows[0].Columns));
        Assert.Equal(MidTermVector.Of(Beginning.Of(Data.Items[1].Waveform), set.Frames), rows[1].Row(0).ToArray());
    }

    [Fact]
    public void Mel_statistics_rise_with_the_level_by_its_decibels()
    {
        var set = new MelStatistics
        {
            Data = Samples.Named("noise"),
            Excerpt = Beginning,
            Mel = MelSettings.Librosa(4000, 256, 64) with { Bands = 8 },
            Decibels = DecibelSettings.Librosa,
        };
        Dataset louder = new("noise", "1", "", Synthetic: true, [.. Data.Items.Select(Louder)]);
        double[] quiet = set.Compute(new(set, _ => Data))[0].Row(0).ToArray();
        double[] loud = set.Compute(new(set, _ => louder))[0].Row(0).ToArray();
        Assert.Equal(8 * BandStatistics.Count, quiet.Length);
        Assert.Equal("mel-statistics-4000-0.1-8-256-64", set.Name);
        for (int k = 0; k < quiet.Length; k++)
        {
            bool isLevel = k % BandStatistics.Count is 0 or 2 or 3; // mean and percentiles; deviations stay
            Assert.Equal(quiet[k] + (isLevel ? 20 : 0), loud[k], 1e-6);
        }
    }

    [Fact]
    public void Columns_are_cut_from_each_items_row()
    {
        var set = new ItemColumns
        {
            Data = Samples.Named("rows"),
            First = 1,
            Count = 2,
        };
        var item = new Item(
            "i",
            null,
            "g",
            null,
            new MatrixContent(
                Matrix.OfRows([
                    [1, 2, 3, 4],
                ])
            )
        );
        Assert.Equal(
            [2.0, 3],
            set.Compute(new(set, _ => new Dataset("rows", "1", "", Synthetic: true, [item])))[0].Row(0).ToArray()
        );
        Assert.Equal("columns-1-2", set.Name);
    }

    private static Item Louder(Item item) =>
        item with
        {
            Content = new WaveformContent(
                item.Waveform with
                {
                    Samples = [.. item.Waveform.Samples.Select(sample => 10 * sample)],
                }
            ),
        };
}
