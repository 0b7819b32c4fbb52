using Research.Report.Exports.Text;

namespace Research.Report.Tests.Exports.Text;

public class SpdxTests
{
    [Theory]
    [InlineData("MIT", true)]
    [InlineData("MS-PL OR Apache-2.0", true)]
    [InlineData("LICENSE", false)]
    [InlineData("License.md", false)]
    [InlineData("LICENSE.TXT", false)]
    [InlineData("http://go.microsoft.com/fwlink/?LinkId=329770", false)]
    public void A_package_states_an_expression_or_a_file_or_an_address_of_its_own(string licence, bool expression) =>
        Assert.Equal(expression, Spdx.IsExpression(licence));
}
