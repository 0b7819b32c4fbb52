using System.Diagnostics;

namespace Research.Experiments.Digits;

/// <summary>Forward and backward passes of one network over packed and padded batches, timed; and what does not depend on the clock.</summary>
internal sealed record PackingTrial : Trial
{
    public const string LargestDifference = "largest difference between packed and padded scores";

    public required DatasetRef Dataset { get; init; }

    public required MfccFrames Frames { get; init; }

    public required RecurrentSettings Network { get; init; }

    public required IReadOnlyList<int> BatchSizes { get; init; }

    public required int Epochs { get; init; }

    public required ulong Seed { get; init; }

    public override string Description => FormattableString.Invariant($"packed and padded/seed {Seed}");

    public override IReadOnlyList<DatasetRef> Data => [Dataset];

    public override IReadOnlyList<FeatureSet> Features => [Frames.On(Dataset)];

    public override long MemoryBytes => 2L << 30;

    /// <summary>Name of the number of steps that are computed for each valid frame.</summary>
    public static string StepsName(PaddingForm form, int batch) => FormattableString.Invariant($"steps, {form}, batch {batch}");

    public override TrialResult Run(TrialInputs inputs)
    {
        Dataset data = inputs.Open(Dataset);
        int[] items = data.Of(Subset.Train);
        Matrix[] clips = inputs.Read(Frames.On(Dataset));
        Standardizer standardizer = Standardizer.Fit([.. items.Select(i => clips[i])]);
        Matrix[] sequences = [.. items.Select(i => standardizer.Apply(clips[i]))];
        int[] all = data.Classes();
        using var passes = new PackingPasses(sequences, [.. items.Select(i => all[i])], data.Labels.Count, Network, Seed);
        ResultTable times = Times(inputs, passes);
        double valid = sequences.Sum(sequence => (long)sequence.Rows);
        var numbers = new Dictionary<string, IReadOnlyList<double>>
        {
            [LargestDifference] = [passes.LargestDifference(BatchSizes[0])],
        };
        foreach ((int batch, PaddingForm form) in Forms())
        {
            numbers.Add(StepsName(form, batch), [passes.Steps(form, batch) / valid]);
        }

        return new TrialResult { Numbers = numbers, Timings = times };
    }

    /// <summary>Every size of a batch with every form, in the order of the tables.</summary>
    public IEnumerable<(int Batch, PaddingForm Form)> Forms() =>
        from batch in BatchSizes
        from form in Enum.GetValues<PaddingForm>()
        select (batch, form);

    private ResultTable Times(TrialInputs inputs, PackingPasses passes)
    {
        var table = new ResultTable(
            Timings.Name,
            [Column.Text("form"), .. Column.Counts("batch", "epoch"), .. Column.Numbers(9, "forward", "backward", "whole")]
        );
        foreach ((int batch, PaddingForm form) in Forms())
        {
            for (int epoch = 1; epoch <= Epochs; epoch++)
            {
                PassTimes times = passes.Time(form, batch, Stopwatch.GetTimestamp);
                table.Add(form.ToString(), batch, epoch, times.Forward, times.Backward, times.Epoch);
                inputs.Advance(1.0 / (BatchSizes.Count * 3 * Epochs));
            }
        }

        return table;
    }
}
