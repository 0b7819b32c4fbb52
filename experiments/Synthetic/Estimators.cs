using Research.Features.Voice;

namespace Research.Experiments.Synthetic;

/// <summary>Do the pitch and formant estimators find what the synthesiser did?</summary>
/// <remarks>
/// <para>Every vowel of synthetic-digits has a true mean pitch and true mean formants. Pitch by autocorrelation and formants by Burg's method are averaged
/// over the same interval; the error is relative to the truth. No recording can tell this: nobody knows the formants of a person's vowel.</para>
/// <para>Formants of single vowels move fast, noise covers the third, and a high voice's harmonics lie far apart, so errors of several per cent are the method's, not the
/// code's (Praat gives the same values: tests/Features.Tests). Five formants, Praat's usual number, are one too many below 4 kHz: front vowels get one between
/// F1 and F2; four find F2 again. Run: ./build.sh --target Synthetic.Estimators.</para>
/// </remarks>
internal sealed record Estimators : Experiment, IStudyExperiment
{
    public override string Question => "Do the pitch and formant estimators find what the synthesiser did?";

    // Features
    public required PitchSettings Pitch { get; init; }

    /// <summary>How formants are looked for, one way after the other.</summary>
    public required IReadOnlyList<FormantSettings> Formants { get; init; }

    /// <summary>Vowels that are shorter are left out.</summary>
    public required double ShortestSeconds { get; init; }

    public static int Order => 2;

    public static Experiment? In(Profile profile) =>
        profile.UsesRecordings()
            ? null
            : new Estimators
            {
                Data = [Datasets.SyntheticDigits],
                Seeds = [],
                Pitch = PitchSettings.Praat,
                Formants = [FormantSettings.Praat(4000), FormantSettings.Praat(4000) with { Formants = 4 }],
                ShortestSeconds = 0.06,
            };

    public override IReadOnlyList<Chart> Charts() =>
        [
            BarChart.Means(
                "Relative error of the estimators",
                "Median over a speaker's vowels; the bar is the mean over the speakers, the line their middle 95 %.",
                "median relative error",
                ["variant", "class"]
            ),
        ];

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        Dataset data = inputs.Open(Data[0]);
        Error[] errors = [.. ParallelLoop.Select(data.Items.Count, i => Of(data.Items[i])).SelectMany(found => found)];
        return new(
            [.. errors.GroupBy(error => (error.Variant, error.Quantity)).OrderBy(group => group.Key).Select(Median)],
            [Table(errors)]
        );
    }

    private Error[] Of(Item item)
    {
        var voice = new VoiceTracks(item, Pitch);
        return
        [
            .. from mark in item.Marks
            where mark.EndSeconds - mark.StartSeconds >= ShortestSeconds
            let truth = new[] { mark.Values["f0"], mark.Values["F1"], mark.Values["F2"], mark.Values["F3"] }
            from formants in Formants
            let means = voice.Means(mark.StartSeconds, mark.EndSeconds, formants)
            from k in Enumerable.Range(formants == Formants[0] ? 0 : 1, formants == Formants[0] ? truth.Length : truth.Length - 1)
            where !double.IsNaN(means[k])
            select new Error(
                k == 0 ? "pitch" : FormattableString.Invariant($"{formants.Formants} formants up to {formants.CeilingHz} Hz"),
                item.Group,
                mark.Label,
                VoiceTracks.Quantities[k],
                Math.Abs((means[k] / truth[k]) - 1)
            ),
        ];
    }

    private static Figure Median(IGrouping<(string Variant, string Quantity), Error> errors) =>
        new()
        {
            Variant = errors.Key.Variant,
            Split = "all",
            Metric = "median_relative_error",
            Class = errors.Key.Quantity,
            Runs =
            [
                .. errors
                    .GroupBy(error => error.Speaker)
                    .OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => Quantile(group, 0.5)),
            ],
            RunsDifferBy = RunsDifferBy.Item,
            IsShare = false,
        };

    private static ResultTable Table(IEnumerable<Error> errors)
    {
        var table = new ResultTable(
            "errors",
            [
                .. Column.Texts("variant", "quantity", "vowel"),
                Column.Count("vowels"),
                .. Column.Numbers(4, "median", "ninth_decile"),
            ]
        );
        foreach (var group in errors.GroupBy(error => (error.Variant, error.Quantity, error.Vowel)).OrderBy(group => group.Key))
        {
            table.Add(
                group.Key.Variant,
                group.Key.Quantity,
                group.Key.Vowel,
                group.Count(),
                Quantile(group, 0.5),
                Quantile(group, 0.9)
            );
        }

        return table;
    }

    private static double Quantile(IEnumerable<Error> errors, double share)
    {
        double[] sorted = [.. errors.Select(error => error.Relative).Order()];
        return sorted[(int)(share * (sorted.Length - 1))];
    }

    private sealed record Error(string Variant, string Speaker, string Vowel, string Quantity, double Relative);
}
