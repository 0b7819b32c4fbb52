namespace Research.Report.Tests.Exports;

/// <summary>Fresh folders, which go when the tests end: an export is some megabytes.</summary>
internal static class Scratch
{
    private static readonly Lazy<string> Root = new(() =>
    {
        string root = Directory.CreateTempSubdirectory("research-test-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(root, recursive: true);
        return root;
    });

    /// <summary>An empty one.</summary>
    public static string Folder() => Directory.CreateDirectory(Path.Combine(Root.Value, Path.GetRandomFileName())).FullName;
}
