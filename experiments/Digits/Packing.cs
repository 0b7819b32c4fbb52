using System.Diagnostics;
using Research.Data;
using Research.Features.Normalization;
using Research.Models.Networks;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Charts;
using Research.Results.Claims;
using Research.Results.Tables;

namespace Research.Experiments.Digits;

/// <summary>How much faster is an LSTM that skips the padding?</summary>
/// <remarks>
/// <para>Follows: digits-2 step 14.8 (claims digits-2-119 to 140): mean forward time of a batch, packed against padded, batches of 64 and
/// 512, five epochs; backward and whole-epoch times too. Padded to the longest clip of the set, as published, and to the longest of
/// the batch. That the three give the same scores is a figure.</para>
/// <para>Wall times go into timings.csv, which no snapshot compares; the counts of frames, which decide them, are figures.</para>
/// <para>Run: ./build.sh --target Digits.Packing --profile paper. Cost: about 1 min on two cores.</para>
/// </remarks>
public sealed record Packing : Experiment
{
    public override string Question => "How much faster is an LSTM that skips the padding?";

    // Features and model
    public required Frames Frames { get; init; }

    public required RecurrentSettings Network { get; init; }

    public required IReadOnlyList<int> BatchSizes { get; init; }

    public required int Epochs { get; init; }

    public override IReadOnlyList<FeatureSet> Features => [Frames.On(Data[0])];

    public override IReadOnlyList<Chart> Charts() =>
        [
            new BarChart
            {
                Table = "timings",
                Title = "Forward time against packed sequences",
                Says =
                    "How many times as long as packed the forward passes of the first epoch took on this machine: padding to the longest of the set costs most.",
                Where = new Dictionary<string, string> { ["epoch"] = "1" },
                Labels = ["variant", "batch"],
                Value = "forward_against_packed",
                ValueTitle = "times packed",
            },
        ];

    // Measurement
    public override Measurement Measure(Lab lab)
    {
        Dataset data = lab.Open(Data[0]);
        int[] items = data.Of(Part.Train);
        Matrix[] clips = lab.Read(Frames.On(Data[0]));
        Standardizer standardizer = Standardizer.Fit([.. items.Select(i => clips[i])]);
        Matrix[] sequences = [.. items.Select(i => standardizer.Apply(clips[i]))];
        int[] classes = [.. items.Select(i => data.Classes()[i])];
        using var passes = new PackingPasses(sequences, classes, data.Labels.Count, Network, Seeds[0]);
        var timings = new List<(PaddingForm Form, int Batch, int Epoch, PassTimes Times)>();
        foreach (int batch in BatchSizes)
        {
            foreach (PaddingForm form in Enum.GetValues<PaddingForm>())
            {
                for (int epoch = 1; epoch <= Epochs; epoch++)
                {
                    timings.Add((form, batch, epoch, passes.Time(form, batch, Stopwatch.GetTimestamp)));
                    lab.Advance(1.0 / (BatchSizes.Count * 3 * Epochs));
                }
            }
        }

        return new([.. Figures(data, clips, sequences, passes)], [Table(data, timings)]);
    }

    private IEnumerable<Figure> Figures(Dataset data, Matrix[] clips, Matrix[] sequences, PackingPasses passes)
    {
        double[] frames = [.. clips.Select(clip => (double)clip.Rows)];
        bool real = !data.Synthetic;
        yield return Count("all clips", "mean_frames_per_utterance", OrderedSum.Mean(frames), real ? "digits-2-119" : null);
        yield return Count("all clips", "max_frames_per_utterance", frames.Max(), real ? "digits-2-120" : null);
        yield return Count(
            "largest difference between packed and padded scores",
            "score",
            passes.LargestDifference(BatchSizes[0]),
            null
        );
        double valid = sequences.Sum(sequence => (long)sequence.Rows);
        foreach (int batch in BatchSizes)
        {
            foreach (PaddingForm form in Enum.GetValues<PaddingForm>())
            {
                string words = $"{Words(form)}, batch {batch}";
                yield return Count(words, "steps computed per valid frame", passes.Steps(form, batch) / valid, null);
            }
        }

        static Figure Count(string variant, string metric, double value, string? claim) =>
            new()
            {
                Variant = variant,
                Split = "train",
                Metric = metric,
                Runs = [value],
                IsShare = false,
                Claim = claim,
            };
    }

    private static ResultTable Table(Dataset data, List<(PaddingForm Form, int Batch, int Epoch, PassTimes Times)> timings)
    {
        var table = new ResultTable(
            Timings.Name,
            Column.Text("variant"),
            Column.Count("batch"),
            Column.Count("epoch"),
            Column.Number("mean_forward_seconds", 6),
            Column.Number("mean_backward_seconds", 6),
            Column.Number("epoch_seconds", 4),
            Column.Number("forward_against_packed", 2),
            Column.Number("epoch_against_packed", 2),
            Column.Text("claim")
        );
        foreach ((PaddingForm form, int batch, int epoch, PassTimes times) in timings)
        {
            PassTimes packed = timings.First(t => t.Form == PaddingForm.Packed && t.Batch == batch && t.Epoch == epoch).Times;
            table.Add(
                Words(form),
                batch,
                epoch,
                times.Forward,
                times.Backward,
                times.Epoch,
                times.Forward / packed.Forward,
                times.Epoch / packed.Epoch,
                data.Synthetic ? "" : ClaimOf(form, batch, epoch)
            );
        }

        return table;
    }

    // Claims 121 to 140: packed 64, packed 512, padded 64, padded 512, five epochs each.
    private static string ClaimOf(PaddingForm form, int batch, int epoch)
    {
        int first = form == PaddingForm.Packed ? 121 : 131;
        return form != PaddingForm.ToBatch && batch is 64 or 512 && epoch <= 5 && form != PaddingForm.ToBatch
            ? $"digits-2-{first + (batch == 512 ? 5 : 0) + epoch - 1:D3}"
            : "";
    }

    private static string Words(PaddingForm form) =>
        form switch
        {
            PaddingForm.Packed => "packed",
            PaddingForm.ToBatch => "padded to the longest of the batch",
            _ => "padded to the longest of the set",
        };
}
