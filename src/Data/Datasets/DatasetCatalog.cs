using System.Reflection;
using Research.Numerics;

namespace Research.Data.Datasets;

/// <summary>Finds datasets, so that no list of them is written: every public static property of type <see cref="DatasetCard"/>.</summary>
public static class DatasetCatalog
{
    /// <summary>The cards in those assemblies, in ordinal order of the datasets' ids.</summary>
    /// <exception cref="ResearchException">Two cards have one id.</exception>
    public static IReadOnlyList<DatasetCard> In(params IReadOnlyList<Assembly> assemblies) =>
        Sorted(
            assemblies
                .Distinct()
                .SelectMany(assembly => assembly.GetExportedTypes())
                .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static))
                .Where(property => property.PropertyType == typeof(DatasetCard))
                .Select(property => (DatasetCard)property.GetValue(null)!)
        );

    internal static IReadOnlyList<DatasetCard> Sorted(IEnumerable<DatasetCard> cards)
    {
        DatasetCard[] sorted = [.. cards.OrderBy(card => card.Dataset.Id, StringComparer.Ordinal)];
        string[] twice = [.. sorted.CountBy(card => card.Dataset.Id).Where(count => count.Value > 1).Select(count => count.Key)];
        return twice.Length == 0
            ? sorted
            : throw new ResearchException(
                $"Two dataset cards have one id: {string.Join(", ", twice)}. Give each dataset its own."
            );
    }
}
