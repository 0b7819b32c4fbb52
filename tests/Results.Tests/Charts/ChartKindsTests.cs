using System.Reflection;
using Research.Results.Charts;

namespace Research.Results.Tests.Charts;

public class ChartKindsTests
{
    [Fact]
    public void Every_kind_of_chart_has_a_test_of_its_own()
    {
        Type[] tests = typeof(ChartKindsTests).Assembly.GetTypes();
        Assert.Contains(typeof(LineChart), ChartKinds.All);
        Assert.All(ChartKinds.All, kind => Assert.Contains(tests, test => test.Name == $"{kind.Name}Tests"));
    }

    // Else an experiment.json that is read draws another picture than the one that was declared.
    [Fact]
    public void A_kind_keeps_all_that_it_declares_in_members_that_a_file_can_set()
    {
        foreach (Type kind in ChartKinds.All)
        {
            PropertyInfo[] declared = kind.GetProperties(BindingFlags.Public | BindingFlags.Instance);
            Assert.All(declared, member => Assert.True(member.CanWrite, $"{kind.Name}.{member.Name}"));
            Assert.All(
                kind.GetFields(BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Instance),
                field => Assert.Contains("k__BackingField", field.Name, StringComparison.Ordinal)
            );
        }
    }
}
