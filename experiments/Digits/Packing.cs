using System.Globalization;

namespace Research.Experiments.Digits;

/// <summary>How much faster is an LSTM that skips the padding?</summary>
/// <remarks>
/// <para>Follows: digits-2 step 14.8 (claims digits-2-119 to 140): mean forward time of a batch, packed against padded, batches of 64 and
/// 512, five epochs; backward and whole-epoch times too. Padded to the longest clip of the set, as published, and to the longest of
/// the batch. That the three give the same scores is a figure.</para>
/// <para>Wall times go into timings.csv, which no snapshot compares; the counts of frames, which decide them, are figures.</para>
/// <para>Run: ./build.sh --target Digits.Packing --profile paper.</para>
/// </remarks>
internal sealed record Packing : Experiment, IStudyExperiment
{
    public override string Question => "How much faster is an LSTM that skips the padding?";

    // Features and model
    public required MfccFrames Frames { get; init; }

    public required RecurrentSettings Network { get; init; }

    public required IReadOnlyList<int> BatchSizes { get; init; }

    public required int Epochs { get; init; }

    public static int Order => 14;

    public static Experiment In(Profile profile)
    {
        var paper = new Packing
        {
            Data = [Datasets.Fsdd],
            Seeds = [1],
            Frames = MfccFrames.Course(6),
            Network = LstmSettings.Network(1, 60),
            BatchSizes = [64, 512],
            Epochs = 5,
        };
        return profile.UsesRecordings() ? paper : paper with { Data = [Datasets.SyntheticDigits], BatchSizes = [32], Epochs = 2 };
    }

    public override IReadOnlyList<FeatureSet> Features => [Frames.On(Data[0])];

    public override IReadOnlyList<Trial> Trials => [Passes];

    public override IReadOnlyList<Chart> Charts() =>
        [
            new BarChart(
                "timings",
                "Forward time against packed sequences",
                "How many times as long as packed the forward passes of the first epoch took on this machine: padding to the longest of the set costs most."
            )
            {
                Where = new Dictionary<string, string> { ["epoch"] = "1" },
                Labels = ["variant", "batch"],
                Value = new("forward_against_packed", "times packed"),
            },
        ];

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        var times = CsvTable.Parse(inputs.Times(Passes.Description)!);
        Time[] read = [.. times.Rows.Select(row => Time.Of(times, row))];
        return new([.. Figures(inputs)], [Table(read)]) { TimesAnswer = [.. read.Select(KeyOf)] };
    }

    private PackingTrial Passes =>
        new()
        {
            Dataset = Data[0],
            Frames = Frames,
            Network = Network,
            BatchSizes = BatchSizes,
            Epochs = Epochs,
            Seed = Seeds[0],
        };

    private IEnumerable<Figure> Figures(TableInputs inputs)
    {
        double[] frames = [.. inputs.Read(Frames.On(Data[0])).Select(clip => (double)clip.Rows)];
        TrialResult result = inputs.Of(Passes);
        yield return Count("all clips", "mean_frames_per_utterance", OrderedSum.Mean(frames));
        yield return Count("all clips", "max_frames_per_utterance", frames.Max());
        yield return Count(PackingTrial.LargestDifference, "score", result.Number(PackingTrial.LargestDifference));
        foreach ((int batch, PaddingForm form) in Passes.Forms())
        {
            double steps = result.Number(PackingTrial.StepsName(form, batch));
            yield return Count($"{NameOf(form)}, batch {batch}", "steps computed per valid frame", steps);
        }

        static Figure Count(string variant, string metric, double value) =>
            Figure.Number(variant, "train", metric, value) with
            {
                Answers = new ClaimKey
                {
                    Document = DigitSettings.Second,
                    Experiment = "packing",
                    Dataset = "fsdd",
                    Quantity = metric,
                },
            };
    }

    private static ResultTable Table(Time[] times)
    {
        var table = new ResultTable(
            Timings.Name,
            [
                Column.Text("variant"),
                .. Column.Counts("batch", "epoch"),
                .. Column.Numbers(6, "mean_forward_seconds", "mean_backward_seconds"),
                Column.Number("epoch_seconds", 4),
                .. Column.Numbers(2, "forward_against_packed", "epoch_against_packed"),
            ]
        );
        foreach (Time time in times)
        {
            Time packed = times.First(own =>
                own.Form == PaddingForm.Packed && own.Batch == time.Batch && own.Epoch == time.Epoch
            );
            table.Add(
                NameOf(time.Form),
                time.Batch,
                time.Epoch,
                time.Forward,
                time.Backward,
                time.Whole,
                time.Forward / packed.Forward,
                time.Whole / packed.Whole
            );
        }

        return table;
    }

    // The study padded to the longest of the set.
    private static ClaimKey? KeyOf(Time time) =>
        time.Form == PaddingForm.ToBatch
            ? null
            : new ClaimKey
            {
                Document = DigitSettings.Second,
                Experiment = "packing",
                Dataset = "fsdd",
                Model = "lstm",
                Variant = FormattableString.Invariant(
                    $"{(time.Form == PaddingForm.Packed ? "packed" : "padded")}, batch {time.Batch}"
                ),
                Split = "train",
                Quantity = "mean_forward_time",
                Class = FormattableString.Invariant($"epoch {time.Epoch}"),
            };

    private static string NameOf(PaddingForm form) =>
        form switch
        {
            PaddingForm.Packed => "packed",
            PaddingForm.ToBatch => "padded to the longest of the batch",
            _ => "padded to the longest of the set",
        };

    private sealed record Time(PaddingForm Form, int Batch, int Epoch, double Forward, double Backward, double Whole)
    {
        public static Time Of(CsvTable table, IReadOnlyList<string> row)
        {
            double Number(string column) => double.Parse(table.Cell(row, column), CultureInfo.InvariantCulture);
            return new(
                Enum.Parse<PaddingForm>(table.Cell(row, "form")),
                (int)Number("batch"),
                (int)Number("epoch"),
                Number("forward"),
                Number("backward"),
                Number("whole")
            );
        }
    }
}
