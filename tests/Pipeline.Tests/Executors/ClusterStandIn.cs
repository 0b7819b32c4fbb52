using System.Globalization;
using Research.Pipeline.Executors;
using Research.Pipeline.Executors.Dispatching;
using Research.Pipeline.Executors.Exchange;
using Research.Pipeline.Executors.Schedulers;
using Research.Pipeline.Runs;
using Research.Pipeline.Store.Remote;

namespace Research.Pipeline.Tests.Executors;

/// <summary>A cluster of this machine's processes behind a shell script, with faults that a test orders by files.</summary>
internal sealed class ClusterStandIn : IDisposable
{
    private const string Script = """
        cd "$(dirname "$0")" || exit 1
        case $1 in
        submit)
          shift
          if [ -s refuse ]; then
            left=$(cat refuse)
            if [ "$left" -gt 1 ]; then echo $((left - 1)) > refuse; else rm refuse; fi
            echo 'the queue is full' >&2
            exit 1
          fi
          id=job$(($(cat count 2>/dev/null || echo 0) + 1))
          echo "${id#job}" > count
          if [ -e lose ]; then rm lose; touch "$id.lost"; echo "$id"; exit 0; fi
          (
            "$@" > "$id.out" 2>&1 &
            echo $! > "$id.pid"
            wait $!
            code=$?
            if [ -e halve ]; then
              rm halve
              for file in place/cas/*; do
                case $(cat inputs) in *"$file"*) ;; *) printf half > "$file" ;; esac
              done
            fi
            echo $code > "$id.new"
            mv "$id.new" "$id.code"
          ) < /dev/null > /dev/null 2>&1 &
          ls place/cas/* > inputs
          echo "submitted as $id"
          ;;
        poll)
          shift
          [ -e mute ] && { echo 'no answer' >&2; exit 1; }
          for id in "$@"; do
            if [ -e "$id.cancelled" ]; then echo "$id cancelled"
            elif [ -e "$id.code" ]; then
              case $(cat "$id.code") in 0) echo "$id completed" ;; 137) echo "$id killed" ;; *) echo "$id failed" ;; esac
            elif [ -e "$id.out" ]; then echo "$id running"
            fi
          done
          ;;
        cancel)
          shift
          for id in "$@"; do touch "$id.cancelled"; kill "$(cat "$id.pid")" 2>/dev/null; done
          exit 0
          ;;
        esac
        """;

    private readonly string _script;

    public ClusterStandIn()
    {
        Folder = Directory.CreateTempSubdirectory("research-cluster-").FullName;
        _script = Path.Combine(Folder, "cluster.sh");
        File.WriteAllText(_script, Script.ReplaceLineEndings("\n"));
        Order(Errand.Runs);
    }

    /// <summary>Where orders lie, and where workers run.</summary>
    public string Folder { get; }

    /// <summary>By which jobs and results pass.</summary>
    public string Place => Path.Combine(Folder, "place");

    public List<string> Told { get; } = [];

    /// <summary>Jobs that were under way when somebody was asked whether to cancel them.</summary>
    public int Asked { get; private set; }

    /// <summary>The answer.</summary>
    public bool Cancels { get; init; }

    /// <summary>How long a record may be missing after its job's end; a lost one costs a test this long.</summary>
    public TimeSpan Late { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Wraps the place as the run sees it.</summary>
    public Func<IRemote, IRemote> Seen { get; init; } = remote => remote;

    public CommandTemplates Templates =>
        new($"sh {_script} submit {{command}}", $"sh {_script} poll {{ids}}", $"sh {_script} cancel {{ids}}");

    public void Dispose()
    {
        SpinWait.SpinUntil(() => HaveAllEnded, TimeSpan.FromSeconds(10)); // a job whose result is there may still write its log
        Directory.Delete(Folder, recursive: true);
    }

    public void Order(string name, string text = "1") => File.WriteAllText(Path.Combine(Folder, name), text);

    public void Withdraw(string name) => File.Delete(Path.Combine(Folder, name));

    /// <summary>Jobs that were submitted.</summary>
    public int Submitted =>
        File.Exists(Path.Combine(Folder, "count"))
            ? int.Parse(File.ReadAllText(Path.Combine(Folder, "count")), CultureInfo.InvariantCulture)
            : 0;

    /// <summary>Whether the worker of every job has ended; a lost job has none.</summary>
    public bool HaveAllEnded =>
        Enumerable.Range(1, Submitted).All(i => new[] { "code", "lost" }.Any(end => File.Exists(PathOf(i, end))));

    /// <summary>Whether a job was asked to end.</summary>
    public bool IsCancelled(string taskId) => File.Exists(Path.Combine(Folder, taskId + ".cancelled"));

    /// <summary>Where each making of a trial began: "from 0" a fresh one.</summary>
    public string[] RunsOf(int number)
    {
        string file = Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"ran-{number}"));
        return File.Exists(file) ? File.ReadAllLines(file) : [];
    }

    private string PathOf(int job, string end) =>
        Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"job{job}.{end}"));

    /// <summary>An executor that asks several times a second.</summary>
    public ClusterExecutor Executor(Project project) => new(Parts(project));

    private ClusterParts Parts(Project project)
    {
        ExchangeFolder.Open(Place, _ => { });
        var settings = new ExecutorSettings
        {
            Executor = ExecutorSettings.Command,
            MinutesPerJob = 0.01,
            ReportSeconds = 0.2,
        };
        var exchange = new JobExchange(Seen(new FolderRemote(Place)));
        var ledger = Ledger.In(project.Settings.Cache);
        string[] program =
        [
            "env",
            "RESEARCH_SCRATCH=" + Path.Combine(Folder, "scratch"),
            "dotnet",
            typeof(ClusterStandIn).Assembly.Location,
        ];
        return new()
        {
            Settings = settings,
            Executor = settings.Executor,
            Place = Place,
            Scheduler = new CommandScheduler(Templates, new WorkerCommand(program, Place)),
            Exchange = exchange,
            Outcomes = new ExchangeOutcomes(exchange, ledger, settings.Executor, Place, settings.ReportSeconds),
            Ledger = ledger,
            Hashes = project.Hashes,
            Patience = DispatchSettings.Standard with
            {
                Poll = TimeSpan.FromSeconds(0.1),
                Gather = TimeSpan.FromSeconds(0.1),
                BetweenSubmissions = TimeSpan.Zero,
                Late = Late,
            },
            Tell = Tell,
            Cancels = Ask,
        };
    }

    private void Tell(string line)
    {
        lock (Told)
        {
            Told.Add(line);
        }
    }

    private bool Ask(int jobs)
    {
        Asked = jobs;
        return Cancels;
    }
}
