namespace Research.Experiments.Digits;

/// <summary>How many principal components carry the variance of the utterances' vectors?</summary>
/// <remarks>
/// <para>Follows: digits-1 step 6 (claims digits-1-026 to 028) and digits-2 step 6 (claims digits-2-033 to 035). Components of the raw vectors, their shares of the
/// variance, and how many reach 95 %; scores on the first three for the pictures.</para>
/// <para>Both printed results hold, and both come from slips: digits-1 joined coefficients and derivatives along time before it took means; digits-2 took the
/// derivatives across the coefficients. Each stands as published, and the corrected figure (derivatives over time) beside it. Raw vectors let the level
/// rule: standardised ones, where every value counts alike, need many more components. librosa computed in single precision, so published shares are compared to four
/// digits. Oracle: golden pca_digits.json, 1e-6 (corrected), 2e-4 (as published).</para>
/// <para>Run: ./build.sh --target Digits.Pca --profile paper.</para>
/// </remarks>
internal sealed record Pca : Experiment, IStudyExperiment
{
    private const double FourDigits = 5e-5;

    public override string Question => "How many principal components carry the variance of the utterances' vectors?";

    // Features
    public required IReadOnlyList<PcaSource> Sources { get; init; }

    public static int Order => 5;

    public static Experiment In(Profile profile) =>
        new Pca
        {
            Data = [profile.UsesRecordings() ? Datasets.NtuaDigits : Datasets.SyntheticCourse],
            Seeds = [],
            Sources =
            [
                new(VectorSource.First, false),
                new(VectorSource.Second, false),
                new(VectorSource.Corrected, false),
                new(VectorSource.Corrected, true),
            ],
            EnoughVariance = 0.95,
        };

    public override IReadOnlyList<FeatureSet> Features => [.. Sources.Select(source => source.Vectors.On(Data[0])).Distinct()];

    // Model
    /// <summary>Share of the variance that is to be reached.</summary>
    public required double EnoughVariance { get; init; }

    public override IReadOnlyList<Chart> Charts() =>
        [
            Components(),
            Scores("First two principal components", null),
            Scores("First three components", new("pc3", "component 3")),
        ];

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        Dataset data = inputs.Open(Data[0]);
        ResultTable components = new(
            "components",
            [Column.Text("vectors"), Column.Count("component"), .. Column.Numbers(6, "ratio", "cumulative")]
        );
        ResultTable scores = new(
            "scores",
            [.. Column.Texts("vectors", "clip", "digit", "speaker"), .. Column.Numbers(4, "pc1", "pc2", "pc3")]
        );
        var figures = new List<Figure>();
        foreach (PcaSource source in Sources)
        {
            Matrix raw = VectorSet.Rows(inputs.Read(source.Vectors.On(Data[0])));
            Matrix rows = source.Standardised ? Standardizer.Fit([raw]).Apply(raw) : raw;
            Models.Classical.Pca pca = Models.Classical.Pca.Fit(rows, Math.Min(rows.Rows, rows.Columns));
            double[] cumulative = Cumulative(pca.ExplainedRatio);
            for (int k = 0; k < cumulative.Length; k++)
            {
                components.Add(source.Name, k + 1, pca.ExplainedRatio[k], cumulative[k]);
            }

            AddScores(scores, source, data, pca.Transform(rows));
            figures.AddRange(Shares(source, pca.ExplainedRatio, cumulative));
        }

        return new(figures, [components, scores]);
    }

    private IEnumerable<Figure> Shares(PcaSource source, double[] ratios, double[] cumulative)
    {
        for (int k = 0; k < 3; k++)
        {
            yield return Of(source, $"component {k + 1}", "explained_variance_ratio", ratios[k]);
        }

        for (int k = 1; k < 3; k++)
        {
            yield return Of(source, $"{k + 1} components", "cumulative_explained_variance", cumulative[k]);
        }

        int enough = Array.FindIndex(cumulative, share => share >= EnoughVariance) + 1;
        string words = FormattableString.Invariant($"{100 * EnoughVariance:0.##} % of the variance");
        yield return Of(source, words, "components", enough) with
        {
            IsShare = false,
            ComparedWithin = 0,
        };
    }

    private static Figure Of(PcaSource source, string what, string metric, double value) =>
        new()
        {
            Variant = $"{source.Name}, {what}",
            Split = "all",
            Metric = metric,
            Runs = [value],
            ComparedWithin = FourDigits,
            Answers =
                source.Vectors.Document.Length == 0 || source.Standardised
                    ? null
                    : new ClaimKey
                    {
                        Document = source.Vectors.Document,
                        Experiment = "pca",
                        Dataset = "digits-133",
                        Model = "pca",
                        Variant = what,
                        Split = "all",
                        Quantity = metric,
                    },
        };

    private static double[] Cumulative(double[] ratios) =>
        [.. Enumerable.Range(1, ratios.Length).Select(k => OrderedSum.Of(ratios.AsSpan(0, k)))];

    private static void AddScores(ResultTable table, PcaSource source, Dataset data, Matrix scores)
    {
        for (int i = 0; i < scores.Rows; i++)
        {
            Item item = data.Items[i];
            table.Add(source.Name, item.Id, item.Label, item.Group, scores[i, 0], scores[i, 1], scores[i, 2]);
        }
    }

    private static LineChart Components() =>
        new(
            "components",
            "Variance carried by the first components",
            "Cumulative share of the variance. Raw vectors need few components because one value, the level, varies most."
        )
        {
            X = new("component", "components"),
            Ys = ["cumulative"],
            YTitle = "share of the variance",
            Series = "vectors",
        };

    private static ScatterChart Scores(string title, TitledColumn? third) =>
        new("scores", title, "Each sign is a recording of its digit. Digits gather a little and still lie mixed.")
        {
            Panels = "vectors",
            X = new("pc1", "component 1"),
            Y = new("pc2", "component 2"),
            Z = third,
            Colour = new("digit", "digit"),
        };
}

/// <summary>Vectors whose components are taken.</summary>
internal sealed record PcaSource(VectorSource Vectors, bool Standardised)
{
    public string Name => Vectors.Name + (Standardised ? ", standardised" : "");
}
