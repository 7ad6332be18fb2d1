-- For wrk: sends the requests of a file, drawn at random. Targets.java writes its lines: method, path, Authorization, and If-None-Match
-- or "-", with tabs between. Arguments: the file, and how many of a hundred requests are updates.
local LENGTH = #'{"Discount":"10000.00"}'
local threads = {}
local reads, updates, share = {}, {}, 0

unexpected = 0

-- wrk takes any status below 400, and takes longer for each answer when there is a function response, so only some files have it
local function expect_not_modified(status)
  if status ~= 304 then
    unexpected = unexpected + 1
  end
end

function setup(thread)
  threads[#threads + 1] = thread
end

function init(arguments)
  share = tonumber(arguments[2])
  for line in io.lines(arguments[1]) do
    local method, path, authorization, tag = line:match("^([^\t]+)\t([^\t]+)\t([^\t]+)\t([^\t]+)$")
    local headers = { ["Authorization"] = authorization }
    if tag ~= "-" then
      headers["If-None-Match"] = tag
      response = expect_not_modified
    end
    if method == "PUT" then
      headers["Content-Type"] = "application/json"
      local request = wrk.format(method, path, headers, ("x"):rep(LENGTH))
      updates[#updates + 1] = request:sub(1, -LENGTH - 1)
    else
      reads[#reads + 1] = wrk.format(method, path, headers)
    end
  end
  math.randomseed(os.time())
  begun = os.clock()
end

function request()
  if share > 0 and math.random(100) <= share then
    -- as long each time, and new each time, so that it changes something
    return ('%s{"Discount":"%.2f"}'):format(updates[math.random(#updates)], math.random(1000000, 9999999) / 100)
  end
  return reads[math.random(#reads)]
end

-- the clock counts this process's time on a CPU
function done(summary, latency)
  local errors = summary.errors
  print(("measured requests=%d micros=%d p50=%d p99=%d failed=%d cpu=%d"):format(summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(99), errors.connect + errors.read + errors.write + errors.status + errors.timeout
      + threads[1]:get("unexpected"), (os.clock() - threads[1]:get("begun")) * 1e6))
end
