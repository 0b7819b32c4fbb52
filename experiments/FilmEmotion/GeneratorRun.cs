using Research.Models.Networks.Generative;

namespace Research.Experiments.FilmEmotion;

/// <summary>A generator of one class, for one seed, and what was measured of its pictures.</summary>
internal sealed record GeneratorRun(GanCase Case, string Label, ulong Seed, GeneratedSetTrial Trial)
{
    /// <summary>Columns of the training's course.</summary>
    public static IReadOnlyList<string> Course { get; } =
    [GanMetrics.AugmentationProbability, GanMetrics.RealSign, GanMetrics.GeneratorLoss, GanMetrics.DiscriminatorLoss];

    /// <summary>What was measured; nothing where nothing was learned.</summary>
    public IEnumerable<TrialResult> Measured(TableInputs inputs) =>
        new[] { inputs.Of(Trial) }.Where(result => result.Numbers.Count > 0);

    /// <summary>Adds a row a portion of the training.</summary>
    public void AddCourse(ResultTable table, TableInputs inputs)
    {
        if (inputs.Of(Trial.Generator).Curve is not { } curve)
        {
            return;
        }

        double[][] values = [.. Course.Select(curve.Of)];
        for (int e = 0; e < curve.Epochs.Count; e++)
        {
            table.Add([Case.Name, Label, $"{Seed}", (e + 1) * Case.PicturesAnEpoch, .. values.Select(own => (object?)own[e])]);
        }
    }
}
