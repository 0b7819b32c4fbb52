using System.Reflection;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Claims;

namespace Research.Experiments;

/// <summary>Every study of the package, in order.</summary>
public static class Studies
{
    public static IReadOnlyList<Study> All { get; } = [Digits.DigitsStudy.Study];

    /// <summary>The study and experiment of a target such as Digits.GmmHmm.</summary>
    /// <exception cref="UsageException">There is no such target.</exception>
    public static (Study Study, Experiment Experiment) Find(string target, Profile profile)
    {
        foreach (Study study in All)
        {
            foreach (Experiment experiment in study.Experiments(profile))
            {
                if (string.Equals(experiment.Target, target, StringComparison.OrdinalIgnoreCase))
                {
                    return (study, experiment);
                }
            }
        }

        IEnumerable<string> known = All.SelectMany(study => study.Experiments(profile)).Select(experiment => experiment.Target);
        throw new UsageException($"There is no target '{target}'. Known: {string.Join(", ", known)}.");
    }

    /// <summary>The published figures that lie beside a study's experiments as claims.csv.</summary>
    internal static ClaimBook ClaimsOf(string study)
    {
        using Stream stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream($"claims/{study}/claims.csv")
            ?? throw new InvalidOperationException($"experiments/{study}/claims.csv is not embedded.");
        using var reader = new StreamReader(stream);
        return ClaimBook.Parse(reader.ReadToEnd());
    }
}
