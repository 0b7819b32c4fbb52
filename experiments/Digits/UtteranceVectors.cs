namespace Research.Experiments.Digits;

/// <summary>Do the first two values of an utterance's vector tell the digits apart?</summary>
/// <remarks>
/// <para>Follows: digits-1 and digits-2 step 5. One vector a recording, means and deviations over its frames; digits-1 plots the first two means, then the first
/// two deviations; digits-2 plots the first two values of its vector in three orders: means first, deviations first, and alternating. Neither prints a
/// number: both see the digits mixed. The share of a value's variance that lies between the digits says how mixed (0: not told apart, 1: told apart).</para>
/// <para>Each document's vectors as published, slips included, and corrected ones (derivatives over time) beside them.
/// Run: ./build.sh --target Digits.UtteranceVectors --profile paper.</para>
/// </remarks>
internal sealed record UtteranceVectors : Experiment, IStudyExperiment
{
    public override string Question => "Do the first two values of an utterance's vector tell the digits apart?";

    // Features
    public required IReadOnlyList<VectorSource> Sources { get; init; }

    public static int Order => 4;

    public static Experiment In(Profile profile) =>
        new UtteranceVectors
        {
            Data = [profile.UsesRecordings() ? Datasets.NtuaDigits : Datasets.SyntheticCourse],
            Seeds = [],
            Sources = [VectorSource.First, VectorSource.Second, VectorSource.Corrected],
        };

    public override IReadOnlyList<FeatureSet> Features => [.. Sources.Select(source => source.On(Data[0]))];

    public override IReadOnlyList<Chart> Charts() =>
        [
            ChartOf("mean_1", "mean_2", "means"),
            ChartOf("deviation_1", "deviation_2", "deviations"),
            ChartOf("mean_1", "deviation_1", "a mean and a deviation"),
        ];

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        Dataset data = inputs.Open(Data[0]);
        string[] measures = ["mean_1", "mean_2", "deviation_1", "deviation_2"];
        var table = new ResultTable(
            "vectors",
            [.. Column.Texts("vectors", "clip", "digit", "speaker"), .. Column.Numbers(4, measures)]
        );
        var figures = new List<Figure>();
        foreach (VectorSource source in Sources)
        {
            Matrix rows = VectorSet.Rows(inputs.Read(source.On(Data[0])));
            int half = rows.Columns / 2;
            double[][] columns = [rows.Column(0), rows.Column(1), rows.Column(half), rows.Column(half + 1)];
            for (int i = 0; i < rows.Rows; i++)
            {
                Item item = data.Items[i];
                table.Add([source.Name, item.Id, item.Label, item.Group, .. columns.Select(column => (object?)column[i])]);
            }

            figures.AddRange(measures.Select((measure, k) => Between(source, measure, columns[k], data.Classes())));
        }

        return new(figures, [table]);
    }

    private static Figure Between(VectorSource source, string measure, double[] values, int[] classes) =>
        new()
        {
            Variant = $"{source.Name}, {measure}",
            Split = "all",
            Metric = "between_digit_share",
            Runs = [BetweenShare(values, classes)],
        };

    // Variance of the digits' means, weighted by their counts, over the whole variance (eta squared).
    private static double BetweenShare(double[] values, int[] classes)
    {
        double mean = OrderedSum.Mean(values);
        double whole = OrderedSum.Variance(values, 0) * values.Length;
        double between = OrderedSum.Of([
            .. classes
                .Distinct()
                .Order()
                .Select(c =>
                {
                    double[] own = [.. values.Where((_, i) => classes[i] == c)];
                    double apart = OrderedSum.Mean(own) - mean;
                    return own.Length * apart * apart;
                }),
        ]);
        return whole > 0 ? between / whole : 0;
    }

    private static ScatterChart ChartOf(string x, string y, string what) =>
        new(
            "vectors",
            $"First two values of the vectors: {what}",
            "Each sign is a recording of its digit. The digits lie mixed: two values do not tell them apart."
        )
        {
            Panels = "vectors",
            X = new(x, x.Replace('_', ' ')),
            Y = new(y, y.Replace('_', ' ')),
            Colour = new("digit", "digit"),
        };
}
