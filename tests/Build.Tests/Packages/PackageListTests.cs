using Research.Build.Packages;
using Research.Results.Tables;
using Research.Tests;

namespace Research.Build.Tests.Packages;

public class PackageListTests
{
    [Fact]
    public void The_list_of_packages_is_that_of_the_lock_files_with_the_licences_that_the_packages_state()
    {
        var list = CsvTable.Load(Path.Combine(RealData.Repository(), "src", "Report", "packages.csv"));
        var listed = list.Rows.Select(row => (list.Cell(row, "package"), list.Cell(row, "version"), list.Cell(row, "used_by")));
        Assert.Equal(PackageList.Restored(RealData.Repository()), listed); // else run: ./build.sh --target Packages
        int checkedLicences = 0;
        foreach (IReadOnlyList<string> row in list.Rows)
        {
            if (PackageList.LicenceOf(list.Cell(row, "package"), list.Cell(row, "version")) is { } stated)
            {
                Assert.Equal(stated, list.Cell(row, "licence"));
                checkedLicences++;
            }
        }

        Assert.True(
            checkedLicences > list.Rows.Count / 2,
            $"only {checkedLicences} of {list.Rows.Count} packages are restored here"
        );
    }
}
