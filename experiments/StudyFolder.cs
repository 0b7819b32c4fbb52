namespace Research.Experiments;

/// <summary>A study as its folder has it: the experiments beside its declaration, and the published figures in its claims.csv.</summary>
internal static class StudyFolder
{
    /// <param name="declaration">The class that declares the study; the last part of its namespace, the folder, is the study's name.</param>
    /// <param name="title">For people.</param>
    /// <param name="notPublic">Datasets, as the claims name them, that nobody outside can have.</param>
    /// <exception cref="InvalidOperationException">claims.csv is not embedded.</exception>
    public static Study Of(Type declaration, string title, params IReadOnlyCollection<string> notPublic)
    {
        string name = declaration.Namespace!.Split('.')[^1];
        return new(name, title, Claims(name), notPublic, profile => FoundExperiments.Beside(declaration, profile))
        {
            Source = declaration,
        };
    }

    private static ClaimBook Claims(string study)
    {
        using Stream stream =
            typeof(StudyFolder).Assembly.GetManifestResourceStream($"claims/{study}/claims.csv")
            ?? throw new InvalidOperationException($"experiments/{study}/claims.csv is not embedded.");
        using var reader = new StreamReader(stream);
        return ClaimBook.Parse(reader.ReadToEnd());
    }
}
