using System.Collections;
using Research.Models.Networks;
using Research.Models.Training;
using Research.Pipeline;
using Research.Pipeline.Records;
using Research.Pipeline.Targets;

namespace Research.Evaluation.Witnessing;

/// <summary>Which trials of the experiments are trained on both engines.</summary>
/// <remarks>
/// Of each experiment that trains networks: profile quick takes the first variant with its first three seeds, and the next two variants with one;
/// profile paper, whose trainings take minutes, the first two variants with one. A variant is a trial's settings without the seed. Left out are trials that start from others, and networks with dropout between recurrent layers: libtorch draws that
/// inside the layer, where no mask can be handed over.
/// </remarks>
public static class WitnessSample
{
    private const string SeedName = "Seed";

    /// <summary>Targets of the sample, a trial of two experiments once.</summary>
    public static IReadOnlyList<WitnessTarget> Targets(IReadOnlyList<Experiment> experiments, Profile profile)
    {
        var seen = new HashSet<Trial>();
        return
        [
            .. experiments
                .SelectMany(experiment => Of(experiment, profile))
                .Where(item => seen.Add(item.Trial))
                .Select(item => new WitnessTarget(item.Name, item.Trial, profile)),
        ];
    }

    /// <summary>In words, for readers of the table.</summary>
    public static string Says(Profile profile) =>
        FormattableString.Invariant(
            $"Of each experiment that trains networks: the first {Variants(profile)} variants with one seed each{(SeedsOfFirst(profile) > 1 ? FormattableString.Invariant($", the first with {SeedsOfFirst(profile)}") : "")}. Networks with dropout between recurrent layers are left out, as libtorch draws those masks inside the layer."
        );

    /// <summary>The trial's settings without its seed: equal texts, equal variants.</summary>
    public static string VariantOf(Trial trial)
    {
        var reader = new SettingsReader();
        reader.Read(trial);
        return string.Join(
            '\n',
            reader.Values.Where(value => value.Key != SeedName).Select(value => $"{value.Key} {value.Value}")
        );
    }

    private static int SeedsOfFirst(Profile profile) => profile == Profile.Quick ? 3 : 1;

    private static int Variants(Profile profile) => profile == Profile.Quick ? 3 : 2;

    private static IEnumerable<(string Name, Trial Trial)> Of(Experiment experiment, Profile profile) =>
        experiment
            .Trials.Select((trial, i) => (Name: TrialTarget.NameOf(experiment.Target, i), Trial: trial))
            .Where(item => IsWitnessed(item.Trial))
            .GroupBy(item => VariantOf(item.Trial))
            .Take(Variants(profile))
            .SelectMany((variant, k) => variant.Take(k == 0 ? SeedsOfFirst(profile) : 1));

    private static bool IsWitnessed(Trial trial)
    {
        object[] parts = [.. PartsOf(trial)];
        return trial.Uses.Count == 0
            && parts.OfType<TrainingSettings>().Any()
            && !parts.OfType<RecurrentSettings>().Any(network => network is { Layers: > 1, Dropout: > 0 });
    }

    // The records that the settings are made of, to any depth.
    private static IEnumerable<object> PartsOf(object settings) =>
        settings
            .GetType()
            .GetProperties()
            .Where(property => property.GetIndexParameters().Length == 0 && property.SetMethod is not null)
            .SelectMany(property => property.GetValue(settings) is { } value ? Within(value) : []);

    private static IEnumerable<object> Within(object value) =>
        value is string || value.GetType().IsValueType || value is Delegate ? []
        : value is IEnumerable list ? list.Cast<object?>().OfType<object>().SelectMany(Within)
        : PartsOf(value).Prepend(value);
}
