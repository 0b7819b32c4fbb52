using System.Globalization;

namespace Research.Data.Own;

/// <summary>Files of a user's folder, one an item, stored under numbers in the order of their names.</summary>
/// <param name="folder">The user's.</param>
public abstract class OwnFiles(string folder) : OwnSource
{
    /// <summary>Folder of the stored files, below the dataset's.</summary>
    private protected abstract string Place { get; }

    /// <summary>Of the stored files, with its dot.</summary>
    private protected abstract string StoredExtension { get; }

    public override IReadOnlyList<string> Files => [OwnIndex.FileName, $"{Place}/*{StoredExtension}"];

    public override IReadOnlyCollection<string> Present(IReadOnlyList<OwnItem> items)
    {
        HashSet<string> named = [.. items.Select(item => item.File)];
        return
        [
            .. Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
                .Where(file => named.Contains(file) || IsOne(file)),
        ];
    }

    private protected abstract bool IsOne(string file);

    private protected abstract void Store(string source, string target);

    private protected override string[] Store(OwnItem[] items, string target)
    {
        Directory.CreateDirectory(Path.Combine(target, Place));
        string[] stored =
        [
            .. items.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"{Place}/{i + 1:00000}{StoredExtension}")),
        ];
        for (int i = 0; i < items.Length; i++)
        {
            Store(Path.Combine(folder, items[i].File), Path.Combine(target, stored[i]));
        }

        return stored;
    }
}
