using Research.Data;
using Research.Data.Splits;
using Research.Features.Images;
using Research.Numerics;

namespace Research.Evaluation.Trials;

/// <summary>Real items and, after them, generated ones; and who is in which part.</summary>
/// <param name="items">Names, classes and groups of all.</param>
/// <param name="split">Its test items are real.</param>
/// <param name="generated">Pictures of the last items.</param>
internal sealed class AugmentedItems(SplitItems items, TrainValidationTest split, IReadOnlyList<Image> generated)
{
    private const string Group = "generated";

    public SplitItems Items => items;

    public TrainValidationTest Split => split;

    /// <summary>The picture of an item.</summary>
    /// <param name="levels">Of a real item.</param>
    public Image PictureOf(int item, Func<int, Matrix> levels)
    {
        int real = items.Count - generated.Count;
        return item < real ? SpectrogramPicture.Of(levels(item)) : generated[item - real];
    }

    /// <summary>Adds pictures of every class to the real items of a split.</summary>
    /// <param name="split">Of the real items.</param>
    /// <param name="made">Pictures by label.</param>
    /// <exception cref="SettingsException">A class has fewer pictures than are asked for.</exception>
    public static AugmentedItems Of(
        SplitItems real,
        TrainValidationTest split,
        IEnumerable<(string Label, IReadOnlyList<Image> Pictures)> made,
        GeneratedParts parts,
        bool learnsReal
    )
    {
        var pictures = new List<Image>();
        var labels = new List<string>();
        var (train, validation) = (new List<int>(), new List<int>());
        foreach ((string label, IReadOnlyList<Image> own) in made)
        {
            Check(label, own.Count, parts);
            int first = real.Count + pictures.Count;
            train.AddRange(Enumerable.Range(first, parts.Train));
            validation.AddRange(Enumerable.Range(first + parts.Train, parts.Validation));
            pictures.AddRange(own.Take(parts.Train + parts.Validation));
            labels.AddRange(Enumerable.Repeat(label, parts.Train + parts.Validation));
        }

        return new AugmentedItems(
            With(real, labels),
            new([.. learnsReal ? split.Train : [], .. train], [.. learnsReal ? split.Validation : [], .. validation], split.Test),
            pictures
        );
    }

    private static void Check(string label, int count, GeneratedParts parts)
    {
        if (count < parts.Train + parts.Validation)
        {
            throw new SettingsException(
                $"{parts.Train} pictures of '{label}' to learn from and {parts.Validation} to validate: its generator made {count}. Let it make more."
            );
        }
    }

    private static SplitItems With(SplitItems real, List<string> labels) =>
        real with
        {
            Names = [.. real.Names, .. labels.Select((label, i) => FormattableString.Invariant($"{Group}/{label}/{i}"))],
            Labels = [.. real.Labels, .. labels],
            Groups = [.. real.Groups, .. labels.Select(_ => Group)],
            Subsets = [.. real.Subsets, .. labels.Select(_ => (Subset?)null)],
            Corpora = [.. real.Corpora, .. labels.Select(_ => Group)],
        };
}
