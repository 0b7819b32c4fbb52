namespace Research.Shape.Sources;

/// <summary>The projects of the checkout that this program was built in; tests are not among them.</summary>
public static class SourceTree
{
    /// <summary>The folder that holds the solution.</summary>
    /// <exception cref="InvalidOperationException">The program does not lie in a checkout.</exception>
    public static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Research.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("Research.sln was not found above this program.");
    }

    /// <summary>Every project of src/, then experiments and build.</summary>
    public static IReadOnlyList<SourceProject> Read(string root)
    {
        IEnumerable<string> libraries = Directory
            .EnumerateDirectories(Path.Combine(root, "src"))
            .Where(folder => Directory.EnumerateFiles(folder, "*.csproj").Any())
            .Order(StringComparer.Ordinal);
        return
        [
            .. libraries.Append(Path.Combine(root, "experiments")).Append(Path.Combine(root, "build")).Select(SourceProject.Read),
        ];
    }
}
