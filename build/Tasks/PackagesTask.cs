using Cake.Frosting;
using Research.Build.Packages;
using Research.Build.Runs;
using Research.Results.Tables;

namespace Research.Build.Tasks;

[TaskName("Packages")]
[TaskDescription("Writes src/Report/packages.csv: every package that is restored, with its licence")]
internal sealed class PackagesTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        ResultTable table = PackageList.Of(context.Root);
        File.WriteAllText(Path.Combine(context.Root, "src", "Report", "packages.csv"), table.ToCsv());
        context.Display.Say($"Packages: {table.Rows.Count} listed in src/Report/packages.csv");
    }
}
