using Research.Data.Splits;
using Research.Features.Normalization;
using Research.Numerics;

namespace Research.Evaluation.Classifiers;

/// <summary>On which items rows are brought to mean 0 and deviation 1, before the training part's own scaling.</summary>
public enum GroupScale
{
    /// <summary>Not at all: the training part's scaling alone.</summary>
    None,

    /// <summary>Each group (a speaker) by its own items: no label is read, but all items of the group must be there.</summary>
    ByGroup,

    /// <summary>Each dataset by its own items.</summary>
    ByCorpus,
}

/// <summary>Rows brought to mean 0 and deviation 1 within groups of items.</summary>
public static class GroupScaling
{
    /// <param name="rows">Shape [items, features].</param>
    public static Matrix Apply(GroupScale scale, Matrix rows, SplitItems items) =>
        scale switch
        {
            GroupScale.ByGroup => Within(rows, [.. items.Corpora.Zip(items.Groups, (corpus, group) => $"{corpus}\n{group}")]),
            GroupScale.ByCorpus => Within(rows, items.Corpora),
            _ => rows,
        };

    private static Matrix Within(Matrix rows, IReadOnlyList<string> groups)
    {
        var scaled = new Matrix(rows.Rows, rows.Columns);
        foreach (IGrouping<string, int> group in Enumerable.Range(0, rows.Rows).GroupBy(i => groups[i]))
        {
            int[] own = [.. group];
            Matrix part = rows.Take(own);
            Matrix done = Standardizer.Fit(part).Apply(part);
            for (int i = 0; i < own.Length; i++)
            {
                done.Row(i).CopyTo(scaled.Row(own[i]));
            }
        }

        return scaled;
    }
}
