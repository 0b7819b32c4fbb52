using Research.Data;
using Research.Data.Locking;
using Research.Pipeline;
using Research.Results.Claims;

namespace Workspace;

public sealed class Catalogue : ICatalogue, IReported
{
    private static readonly ClaimBook Claims = ClaimBook.Parse(
        "id,document,where,experiment,dataset,model,variant,split,quantity,class,value,unit\nc-1,d,s,e,s,m,v,test,n,,3,count\n"
    );

    public IReadOnlyList<Study> Studies { get; } =
    [new Study("Small", "A small study", Claims, [], _ => [Alpha, Beta, One, Two]) { Source = typeof(Catalogue) }];

    public Action<string, DatasetLock, string> Report => Pages.Write;

    private static DatasetRef Numbers { get; } = new FolderDataset("numbers", "data", "*.txt", Readers.Numbers);

    private static DatasetRef Tick { get; } = new GeneratedDataset("tick", Readers.Tick);

    private static Small.Alpha Alpha =>
        new()
        {
            Data = [Numbers],
            Seeds = [1],
            size = 3,
            Other = 30,
            Ratio = 0.5,
            Mode = Small.Mode.Sharp,
            Note = "nobody reads this",
            DelayMilliseconds = 0,
        };

    private static Small.Beta Beta =>
        new()
        {
            Data = [Tick],
            Seeds = [1],
            Factor = 2,
        };

    private static Small.One One =>
        new()
        {
            Data = [Tick],
            Seeds = [11],
            Steps = 30,
            StepMilliseconds = 0,
        };

    private static Small.Two Two =>
        new()
        {
            Data = [Tick],
            Seeds = [12],
            Steps = 40,
            StepMilliseconds = 0,
        };
}
