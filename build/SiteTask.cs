using System.Reflection;
using Cake.Frosting;
using Research.Build.Runs;
using Research.Build.Site;
using Research.Data.Store;
using Research.Runner;
using Research.Site;
using Research.Site.Api;
using Research.Site.Checks;

namespace Research.Build;

[TaskName("Site")]
[TaskDescription("Writes the documentation as a site of files into artifacts/site, and checks its links; runs nothing")]
internal sealed class SiteTask : FrostingTask<BuildContext>
{
    private const string Runner = "Research.Runner"; // for programs of others: nothing here runs it
    private const string Address = "repository-code:";

    public override void Run(BuildContext context)
    {
        IReadOnlyDictionary<string, byte[]> files = Documentation.Of(
            new SiteInput
            {
                Root = context.Root,
                Written =
                [
                    .. StudyPages.Of(Path.Combine(context.Root, "results", "paper")),
                    .. CommandPages.Of(Program.Root(), Program.Tasks()),
                    .. ApiPages.Of(Libraries(context.Root)),
                ],
                Files = FilesOf(context.Root),
            }
        );
        IReadOnlyList<string> broken = LinkCheck.Broken(files);
        if (broken.Count > 0)
        {
            context.Failures.Add(("Site", $"{broken.Count} links lead nowhere: {string.Join("; ", broken.Take(20))}"));
            return;
        }

        string folder = Path.Combine(context.Artifacts, "site");
        foreach ((string path, byte[] bytes) in files)
        {
            string file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            AtomicFile.Write(file, bytes);
        }

        context.Display.Say(
            $"Site: {files.Count} files in {Path.GetRelativePath(context.Root, folder)}; open {Path.GetRelativePath(context.Root, Path.Combine(folder, "index.html"))}"
        );
    }

    // Those whose public members are listed.
    private static IEnumerable<Assembly> Libraries(string root) =>
        Directory
            .GetFiles(Path.Combine(root, "packaging", "api"), "*.txt")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal)
            .Select(name => name == Runner ? typeof(ResearchProgram).Assembly : Assembly.Load(name));

    // CITATION.cff says where the sources can be read, once they can.
    private static string? FilesOf(string root) =>
        File.ReadLines(Path.Combine(root, "CITATION.cff"))
            .Where(line => line.StartsWith(Address, StringComparison.Ordinal))
            .Select(line => line[Address.Length..].Trim(' ', '"').TrimEnd('/') + "/blob/main/")
            .FirstOrDefault();
}
