using Research.Evaluation.Trials;
using Research.Pipeline;
using Research.Results.Claims;
using Research.Results.Trials;

namespace Research.Evaluation.Tables;

/// <summary>Variants of a model that are each trained once a seed, and what became of them.</summary>
/// <param name="Variants">In the order of the tables.</param>
/// <param name="Seeds">In the order of the tables.</param>
/// <param name="NameOf">A variant in words.</param>
/// <param name="TrialOf">The trial of a variant and a seed.</param>
public sealed record VariantRuns<TVariant>(
    IReadOnlyList<TVariant> Variants,
    IReadOnlyList<ulong> Seeds,
    Func<TVariant, string> NameOf,
    Func<TVariant, ulong, Trial> TrialOf
)
{
    /// <summary>What each predicted for the validation items and for the test items.</summary>
    /// <param name="answers">What a published accuracy of a variant on a part is about; null where none can be.</param>
    public ClassRun[] Tabulate(TableInputs inputs, Func<TVariant, string, ClaimKey?> answers) =>
        [
            .. from variant in Variants
            from seed in Seeds
            from part in new[] { SubsetNames.Validation, SubsetNames.Test }
            select new ClassRun(NameOf(variant), part, seed, inputs.Of(TrialOf(variant, seed)).Classes(part))
            {
                Answers = answers(variant, part),
            },
        ];

    /// <summary>The course of each training.</summary>
    public IEnumerable<(string Variant, ulong Seed, TrainingCurve Curve)> Curves(TableInputs inputs) =>
        from variant in Variants
        from seed in Seeds
        select (NameOf(variant), seed, inputs.Of(TrialOf(variant, seed)).Curve!);
}
