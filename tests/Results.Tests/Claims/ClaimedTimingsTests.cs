using Research.Results.Claims;
using Research.Results.Tables;

namespace Research.Results.Tests.Claims;

public class ClaimedTimingsTests
{
    private static readonly ClaimBook Claims = ClaimBook.Parse(
        "id,document,where,experiment,dataset,model,variant,split,quantity,class,value,unit\nd-001,d,page 1,e,s,m,packed,train,time,,1.5,s\n"
    );

    private static readonly ClaimKey Published = Claims["d-001"].Key;

    [Fact]
    public void Rows_name_the_published_times_that_they_answer()
    {
        ResultTable table = ClaimedTimings.Of(Times(Timings.Name), [Published, null], Claims);
        Assert.Equal(["seconds", "claim"], table.Columns.Select(column => column.Name));
        Assert.Equal(["d-001", ""], table.Rows.Select(row => row[1]));
        Assert.Equal(["d-001"], Timings.Claims(CsvTable.Parse(table.ToCsv())));
    }

    [Fact]
    public void Data_that_are_not_the_studys_answer_nothing() =>
        Assert.Equal(["", ""], ClaimedTimings.Of(Times(Timings.Name), [Published, null], null).Rows.Select(row => row[1]));

    [Fact]
    public void Other_tables_and_times_without_published_ones_stay_as_they_are()
    {
        ResultTable other = Times("runs");
        ResultTable times = Times(Timings.Name);
        Assert.Same(other, ClaimedTimings.Of(other, [Published, null], Claims));
        Assert.Same(times, ClaimedTimings.Of(times, [], Claims));
    }

    private static ResultTable Times(string name)
    {
        var table = new ResultTable(name, Column.Number("seconds", 1));
        table.Add(1.0);
        table.Add(2.0);
        return table;
    }
}
